import { describe } from 'vitest';
import { inProcess, tellStory } from './story.ts';

describe('a conference day over Socket Mode, with the real program', () =>
  tellStory('socket', inProcess));
