import { type Decisions, type Figure, type Me, type ReviewState, type Span, whoIs } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { decodeCursor, HistoryCursor, page, pageSize, QueueCursor } from '../cursor.ts';
import { RefusedRequest } from '../errors.ts';
import type { Asked, Reviewing, Ruling, StandingFigure } from '../ports.ts';
import type { Service, Tagged } from '../service.ts';
import { standing } from '../standing.ts';
import { seenBy, viewOf } from '../view.ts';
import { agreementOf } from './agreement.ts';
import { askedBy, type Made, type Making, make } from './decisions.ts';
import { affected, deskOf, leftOf, reviewedFigures } from './desk.ts';
import { figuresOf } from './layer.ts';
import { readRecord } from './lenient.ts';
import { told } from './machine.ts';
import { checkMaySee, isBlind, reviewView, visibleLayers } from './review.ts';
import { act } from './way.ts';

type Methods =
  | 'figure'
  | 'correct'
  | 'addFigure'
  | 'history'
  | 'desk'
  | 'decide'
  | 'review'
  | 'act'
  | 'agreement'
  | 'queue'
  | 'infer'
  | 'pageWords';

const tagged = ({ figure, etag }: StandingFigure): Tagged<Figure> => ({ value: figure, etag });

/** No figure is looked at. */
const NOTHING: Asked = { figures: [], wholes: [], effects: false };

/** Without `state` the queue has what is left to decide. */
const TO_DECIDE: ReviewState[] = ['extracted', 'in_review'];

/** People's decisions: events laid over the extracted record, never lost and never overwritten. */
export const review = (context: Context): Pick<Service, Methods> => {
  const { ledger, blobs, infer, recheck, boxes, findReviewer } = context;
  const left = leftOf(recheck);

  /** Null where there is no such document; throws `not_extracted` where it has no record. */
  const orNotExtracted = async <T>(id: string, value: T | null): Promise<T | null> => {
    if (value !== null) return value;
    if (await ledger.document(id)) throw new RefusedRequest('not_extracted');
    return null;
  };

  const reviewing = async (id: string, asked: Asked = { figures: 'all' }): Promise<Reviewing | null> =>
    orNotExtracted(id, await ledger.reviewing(id, asked));

  /** The words of the pages that marked text stands on, so that what is added has its boxes. */
  const wordsAt = async (id: string, spans: readonly Span[]): Promise<Parameters<Context['boxes']>[0]> =>
    spans.length === 0 ? new Map() : ledger.wordsAt(id, spans);

  const ruled = async (id: string, decisions: Decisions, me: Me) => {
    const added = decisions.changes.flatMap((change) => ('add' in change ? [change.add.span] : []));
    const words = await wordsAt(id, added);
    const making: Making = { me, at: new Date().toISOString(), infer, boxes: (span) => boxes(words, span) };
    let asked: { before: Reviewing; made: Made } | undefined;
    const rule = (before: Reviewing): Ruling | null => {
      const made = make(before, decisions, making);
      asked = { before, made };
      return 'ruling' in made ? made.ruling : null;
    };
    const ruling = await ledger.rule(id, askedBy(decisions), rule, left);
    return ruling && asked ? { reviewing: ruling.reviewing, ...asked } : null;
  };

  const current = async (documentId: string, id: string, me?: Me): Promise<Tagged<Figure> | null> => {
    const found = await ledger.figure(documentId, id);
    const stored = found && me && (await ledger.review(documentId));
    if (!stored || !isBlind(stored, me)) return found && tagged(found);
    return found.extracted && tagged(standing(found.extracted.figure, ''));
  };

  return {
    figure: current,

    correct: async (documentId, id, etag, { reason, ...patch }, me) => {
      const changes = [{ figure: id, etag, patch }];
      const ruling = await ruled(documentId, { changes, layer: 'first', ...(reason !== undefined && { reason }) }, me);
      const now = ruling?.reviewing.figures.find(({ figure }) => figure.id === id);
      if (!ruling || !now) return { outcome: 'missing' };
      return { outcome: 'conflict' in ruling.made ? 'conflict' : 'done', figure: tagged(now) };
    },

    addFigure: async (documentId, { reason, ...add }, me) => {
      const decisions: Decisions = { changes: [{ add }], layer: 'first', ...(reason !== undefined && { reason }) };
      const ruling = await orNotExtracted(documentId, await ruled(documentId, decisions, me));
      if (!ruling || !('touched' in ruling.made)) return null;
      const [id] = ruling.made.touched;
      const entered = ruling.reviewing.figures.find(({ figure }) => figure.id === id);
      return entered ? tagged(entered) : null;
    },

    decide: async (documentId, decisions, me, language) => {
      const ruling = await orNotExtracted(documentId, await ruled(documentId, decisions, me));
      if (!ruling) return null;
      const { made, before, reviewing: now } = ruling;
      const how = { layer: decisions.layer, language, recheck };
      const shown = (ids: readonly string[]) => reviewedFigures(now, { ...how, ids });
      if ('conflict' in made) return { outcome: 'conflict', current: shown(made.conflict) };
      const { touched } = made;
      const decided = {
        review: reviewView(now.review),
        figures: shown(touched),
        affected: affected(before, now, { ...how, ids: touched }),
      };
      return { outcome: 'done', decided };
    },

    desk: async (documentId, me, { layer, language }) => {
      const [now, document] = [await reviewing(documentId), await ledger.document(documentId)];
      if (!now || !document) return null;
      checkMaySee(now.review, layer, me);
      return deskOf(now, { layer, language, recheck, fileMissing: !(await blobs.has(document.sha256)) });
    },

    review: async (documentId) => {
      const stored = await orNotExtracted(documentId, await ledger.review(documentId));
      return stored && reviewView(stored);
    },

    act: async (documentId, etag, action, me) => {
      const to = action.action === 'hand_over' ? await findReviewer(action.to) : null;
      const at = new Date().toISOString();
      let outcome: 'done' | 'conflict' = 'done';
      const rule = (now: Reviewing): Ruling | null => {
        outcome = reviewView(now.review).etag === etag ? 'done' : 'conflict';
        if (outcome === 'conflict') return null;
        return { figures: [], ...act({ review: now.review, me, at, deciders: now.deciders, to }, action) };
      };
      const ruling = await orNotExtracted(documentId, await ledger.rule(documentId, NOTHING, rule, left));
      return ruling && { outcome, review: reviewView(ruling.reviewing.review) };
    },

    agreement: async (documentId) => {
      const now = await reviewing(documentId);
      return now && agreementOf(now, (layer) => figuresOf(now, layer));
    },

    queue: async (me, { states = TO_DECIDE, mine = false, cursor, limit, language }) => {
      const size = pageSize(limit);
      const after = cursor === undefined ? null : decodeCursor(QueueCursor, cursor);
      const rows = await ledger.queue({
        states,
        who: whoIs(me),
        mine,
        limit: size + 1,
        ...(after && { after: { doubtful: after[0], id: after[1] } }),
      });
      const { items, next } = page(rows, size, ({ counts, id }) => [counts?.doubtful ?? 0, id]);
      const seen = await seenBy(ledger, me, items);
      return { items: items.map((document) => viewOf(seen(document), language)), next };
    },

    infer: async (documentId, span) => {
      const now = await orNotExtracted(documentId, await ledger.report(documentId));
      if (!now) return null;
      const record = readRecord(now);
      if (span.start >= span.end || span.end > record.text.length) throw new RefusedRequest('invalid_span');
      const found = infer(record, span);
      const words = await wordsAt(
        documentId,
        found.map((figure) => figure.span),
      );
      return found.map((figure) => ({ ...figure, boxes: boxes(words, figure.span) }));
    },

    pageWords: (documentId, number) => ledger.page(documentId, number),

    history: async (documentId, me, { figure, cursor, language = 'vi' } = {}) => {
      const stored = await ledger.review(documentId);
      if (!stored) return (await ledger.document(documentId)) ? { items: [], next: null } : null;
      const size = pageSize();
      const events = await ledger.history(documentId, {
        figure: figure ?? null,
        layers: visibleLayers(stored, me),
        limit: size + 1,
        ...(cursor && { after: decodeCursor(HistoryCursor, cursor)[0] }),
      });
      const { items, next } = page(events, size, ({ sequence }) => [sequence]);
      return { items: items.map(({ sequence: _sequence, ...event }) => told(event, language)), next };
    },
  };
};
