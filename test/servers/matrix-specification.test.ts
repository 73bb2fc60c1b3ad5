import { expect, test } from 'vitest';
import { sharedPath } from '../support/shared.ts';
import { createSpecification, loadSpecification } from './matrix/rules/specification.ts';

const SEND = { method: 'PUT', path: 'client/v3/rooms/{roomId}/send/{eventType}/{txnId}' };
const OBJECT = { 'application/json': { schema: { type: 'object' } } };

/** As Matrix's own documents have it: paths below a server's base, and files that refer to others. */
const DOCUMENTS = [
  {
    path: 'api/client-server/room_send.yaml',
    document: {
      servers: [{ variables: { basePath: { default: '/_matrix/client/v3' } } }],
      paths: {
        '/rooms/{roomId}/send/{eventType}/{txnId}': {
          put: {
            requestBody: { content: OBJECT },
            responses: {
              200: {
                content: {
                  'application/json': {
                    schema: {
                      ...{ type: 'object', required: ['event_id'] },
                      properties: { event_id: { $ref: 'definitions/id.yaml' } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  { path: 'api/client-server/definitions/id.yaml', document: { type: 'string', pattern: '^\\$' } },
  {
    path: 'event-schemas/schema/m.room.message$m.text.yaml',
    document: {
      properties: { content: { required: ['body'], properties: { body: { type: 'string' } } } },
    },
  },
];

test('a request is held against its operation and the schema of the event it sends', () => {
  const { request, answer } = createSpecification(DOCUMENTS);
  const parts = { eventType: 'm.room.message' };
  expect(request(SEND, { body: { msgtype: 'm.text', body: 'Hello' }, parts })).toEqual([]);
  expect(request(SEND, { body: { msgtype: 'm.text', body: 7 }, parts })).toEqual([
    '/body must be string',
  ]);
  expect(answer(SEND, 200, { event_id: '$one' })).toEqual([]);
  expect(answer(SEND, 200, { event_id: 'one' })).toEqual(['/event_id must match pattern "^\\$"']);
  expect(request({ method: 'GET', path: 'client/v3/wave' }, { body: {}, parts: {} })).toEqual([
    'client/v3/wave is no endpoint of Matrix',
  ]);
});

test.skipIf(sharedPath('specs/matrix/data') === undefined)(
  "Matrix's own documents are read whole, and tell a message of each kind",
  () => {
    const specification = loadSpecification();
    const parts = { eventType: 'm.room.message' };
    const body = { msgtype: 'm.file', body: 'talk.ics', url: 'mxc://hallway.test/1' };
    expect(specification?.request(SEND, { body, parts })).toEqual([]);
    expect(specification?.request(SEND, { body: { ...body, url: 1 }, parts })).toEqual([
      '/url must be string',
    ]);
    expect(specification?.answer(SEND, 429, { error: 'Too much' })).not.toEqual([]);
    expect(specification?.answer(SEND, 200, { event_id: '$one' })).toEqual([]);
  },
);
