import type { Agreement, Figure, ReviewLayer } from '../../model/index.ts';
import { same } from '../../model/same.ts';
import { RefusedRequest } from '../errors.ts';
import { FIELDS } from '../overlay.ts';
import type { Reviewing, StandingFigure } from '../ports.ts';
import { kappa } from './kappa.ts';

type Field = (typeof FIELDS)[number];

/** Fields that are one code of a list; for the others agreement by chance means nothing. */
const CODES = new Set<Field>(['kind', 'unit', 'comparator', 'role', 'indicator', 'topic', 'purpose']);

const kept = (figures: readonly StandingFigure[]): Map<string, Figure> =>
  new Map(figures.filter(({ verdict }) => verdict !== 'rejected').map(({ figure }) => [figure.id, figure]));

type Pair = { id: string; first: Figure; second: Figure };

const fieldOf = (field: Field, pairs: readonly Pair[]): Agreement['fields'][number] => {
  const agreeing = pairs.filter(({ first, second }) => same(first[field], second[field])).length;
  const codes = pairs.map(({ first, second }) => [String(first[field]), String(second[field])] as const);
  return {
    field,
    same: agreeing,
    of: pairs.length,
    share: pairs.length === 0 ? 1 : agreeing / pairs.length,
    kappa: CODES.has(field) ? kappa(codes) : null,
  };
};

/** A figure that one of them rejected, or never entered, is a difference in itself. */
const ofOneOnly = (first: Map<string, Figure>, second: Map<string, Figure>): Agreement['differences'] =>
  [...new Set([...first.keys(), ...second.keys()])]
    .filter((id) => first.has(id) !== second.has(id))
    .map((figure) => ({
      figure,
      field: 'figure',
      first: first.get(figure) ?? null,
      second: second.get(figure) ?? null,
    }));

/** Two people's figures compared: those that both kept field by field, and what only one of them kept. */
export const compare = (
  mine: readonly StandingFigure[],
  theirs: readonly StandingFigure[],
): Omit<Agreement, 'first' | 'second'> => {
  const [first, second] = [kept(mine), kept(theirs)];
  const pairs = [...first].flatMap(([id, figure]): Pair[] => {
    const other = second.get(id);
    return other ? [{ id, first: figure, second: other }] : [];
  });
  const differences = pairs.flatMap(({ id, first, second }) =>
    FIELDS.filter((field) => !same(first[field], second[field])).map((field) => ({
      figure: id,
      field,
      first: first[field],
      second: second[field],
    })),
  );
  return {
    figures: first.size + second.size - pairs.length,
    both: pairs.length,
    fields: FIELDS.map((field) => fieldOf(field, pairs)),
    differences: [...ofOneOnly(first, second), ...differences],
  };
};

/** Throws RefusedRequest `no_second_review`, or `agreement_not_ready` until both have finished. */
export const agreementOf = (
  { review: { second, reviewed } }: Reviewing,
  figures: (layer: ReviewLayer) => StandingFigure[],
): Agreement => {
  if (!second) throw new RefusedRequest('no_second_review');
  if (second.state !== 'finished' || !reviewed) throw new RefusedRequest('agreement_not_ready');
  return { first: reviewed.who, second: second.who, ...compare(figures('first'), figures('second')) };
};
