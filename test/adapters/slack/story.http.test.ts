import { describe } from 'vitest';
import { here, tellStory } from './story.ts';

describe('a conference day over HTTP', () => tellStory('http', here));
