import { describe } from 'vitest';
import { tellStory } from './story.ts';

describe('a conference day over HTTP', () => tellStory('http'));
