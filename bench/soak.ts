import { createStory } from '../test/crash/story.ts';

const WAVES = 400;

console.log(`${createStory(WAVES).length} talks are to be announced over ${WAVES} minutes`);
