import { SCOPES } from '../../../adapters/slack/connection/scopes.ts';
import { DEFAULT_WORKSPACES } from '../../servers/slack/description.ts';

/** Which let Hallway do what its manifest asks for, and nothing else. */
export const WORKSPACES = DEFAULT_WORKSPACES.map((each) => ({ ...each, scopes: SCOPES }));
