import { Readable } from 'node:stream';
import type { Batch } from '../../model/index.ts';
import { eventStream, type ServerEvent } from '../event-stream.ts';
import { route } from '../route.ts';
import { BatchId, found } from './common.ts';

/** Names the state itself, so that a client that comes back is told only what it does not know. */
const idOf = ({ state, found, done, duplicate, failed, awaited, processing, perMinute }: Batch): string =>
  [state, found, done, duplicate, failed, awaited, processing, perMinute].join('.');

/** The client need not come back: nothing will happen of itself. */
const isLast = ({ state, pending }: Batch): boolean => state === 'finished' || (state === 'cancelled' && pending === 0);

async function* eventsOf(batches: AsyncIterable<Batch>, known: string | undefined): AsyncIterable<ServerEvent> {
  for await (const batch of batches) {
    if (idOf(batch) !== known) yield { id: idOf(batch), event: batch.state, data: batch };
  }
}

export const watchBatch = route({
  id: 'watchBatch',
  method: 'get',
  path: '/api/v1/batches/{id}/events',
  tag: 'batches',
  summary: 'A batch as it goes: server-sent events named after its state, each with the batch as its data',
  params: BatchId,
  requestHeaders: { 'Last-Event-ID': 'The last event seen, sent by browsers that reconnect.' },
  answers: {
    200: { description: 'The events.', types: ['text/event-stream'] },
    204: { description: 'The client has seen the last event: it need not reconnect.' },
  },
  problems: ['not_found'],
  handle: async ({ params, header, signal, language }, { service }) => {
    const batch = found(await service.batch(params.id, language));
    const known = header('last-event-id');
    if (isLast(batch) && known === idOf(batch)) return { status: 204 };
    const events = eventsOf(service.watchBatch(params.id, language, signal), known);
    return {
      status: 200,
      body: Readable.from(eventStream(events, signal)),
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        // Tells nginx not to hold events back.
        'X-Accel-Buffering': 'no',
      },
    };
  },
});
