import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type {
  DocumentView,
  Figure,
  Me,
  ReportRecord,
  ReviewAction,
  ReviewLayer,
  Span,
} from '../../../src/model/index.ts';
import { mayAs } from '../../../src/model/person.ts';
import { useSession } from '../account/session.tsx';
import { ApiError } from '../api.ts';
import type { Deed } from '../i18n/desk.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Checks } from '../report/checks.tsx';
import { navigate } from '../router.tsx';
import { type Layout, useLayout } from '../ui/media.ts';
import { Viewer, type ViewerHandle } from '../viewer/index.ts';
import { actOnReview, getMe, nextInQueue, Refusal } from './api.ts';
import { Asked, type Asking } from './asked.tsx';
import { ReviewBar } from './bar.tsx';
import { FIELD_OF, FigureCard } from './card.tsx';
import { Filters } from './filters.tsx';
import { type Field, FigureForm } from './form.tsx';
import { FigureList, type ListHandle } from './list.tsx';
import { figureIn, readingOf, valueSaid } from './reading.ts';
import { figureName } from './show.ts';
import { SplitPanel } from './split.tsx';
import { layerOf, type ReportAction, standingOf } from './standing.ts';
import { added, addedId, type Patch, type Wish } from './state/changes.ts';
import type { Command } from './state/commands.ts';
import { draftOf, placesOf } from './state/draft.ts';
import { forgetDraft, keepDraft, loadDraft, type OpenForm } from './state/drafts.ts';
import { cuts, halves, keepPersons, mayHold, merge, split, takeExtractors, wholesOf } from './state/edits.ts';
import type { Option } from './state/matches.ts';
import {
  disagrees,
  isOpenDoubt,
  isUndecided,
  linesOf,
  nextWhere,
  partsOf,
  progressOf,
  rowsOf,
  stepped,
  type View,
  viewed,
  WHOLE,
} from './state/rows.ts';
import { type Panel, Tabs } from './tabs.tsx';
import { useDesk } from './use-desk.ts';
import { useCommands, useOwnKeys } from './use-keys.ts';
import { useSelected } from './use-selected.ts';
import { useViewerFigures } from './use-viewer-figures.ts';
import './desk.css';

const TABS: Record<Layout, Panel[]> = {
  wide: ['figures', 'checks'],
  medium: ['figures', 'checks'],
  narrow: ['text', 'figures', 'checks'],
};

type Picking = { kind: 'partOf' | 'merge'; figure: string };
const client = new QueryClient();
const NO_PARTS: readonly Figure[] = [];
const NO_OPTIONS: readonly Option[] = [];

interface Props {
  document: DocumentView;
  record: ReportRecord;
}

/** The reviewer's desk: the report on the left, its figures and what is decided on them on the right. */
export function Desk(props: Props) {
  return (
    <QueryClientProvider client={client}>
      <WhoAsks {...props} />
    </QueryClientProvider>
  );
}

function WhoAsks(props: Props) {
  const { t, language } = useLanguage();
  const { me: known } = useSession();
  const { data: me } = useQuery({
    queryKey: ['me'],
    queryFn: () => getMe(language),
    ...(known && { initialData: known }),
  });
  const [layer, setLayer] = useState<ReviewLayer>('first');
  if (!me) return <p className="loading">{t.loading}</p>;
  return <DeskOf key={layer} {...props} me={me} layer={layer} onLayer={setLayer} />;
}

function DeskOf({
  document,
  record,
  me,
  layer,
  onLayer,
}: Props & { me: Me; layer: ReviewLayer; onLayer: (layer: ReviewLayer) => void }) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const { store, state, desk, error, again } = useDesk(document.id, layer, document.processed);
  const { figures, review } = state;
  const [keys, setKeys] = useOwnKeys();
  const layout = useLayout();
  const tabs = TABS[layout];
  const [chosenTab, setTab] = useState<Panel>(layout === 'narrow' ? 'text' : 'figures');
  const tab = tabs.includes(chosenTab) ? chosenTab : (tabs[0] as Panel);

  const [view, setView] = useState<View>(WHOLE);
  const [search, setSearch] = useState('');
  const searched = useDeferredValue(search);
  const { selected, origin, turn, select } = useSelected(figures);
  const [stays, setStays] = useState<string | null>(null);
  const rows = useMemo(() => rowsOf(figures, record.text, language), [figures, record, language]);
  const shown = useMemo(
    () => viewed(rows, { ...view, search: searched }, record.sections, stays),
    [rows, view, searched, record, stays],
  );
  const lines = useMemo(() => linesOf(shown, view.order, record), [shown, view.order, record]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const row = selected === null ? undefined : byId.get(selected);
  const progress = useMemo(() => progressOf(figures), [figures]);
  const byWhole = useMemo(() => partsOf(figures), [figures]);
  const parts = (selected !== null && byWhole.get(selected)) || NO_PARTS;
  const sure = useMemo(() => rows.filter(({ item }) => item.sure && isUndecided(item)).map(({ item }) => item), [rows]);

  const [form, setForm] = useState<OpenForm | null>(() => loadDraft(localStorage, document.id, layer));
  const [splitting, setSplitting] = useState<string | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const marked = useRef<Span | null>(null);
  const adding = useRef(false);
  const viewer = useRef<ViewerHandle>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);

  const standing = useMemo(() => review && standingOf(review, me), [review, me]);
  const may = standing?.may ?? false;
  useEffect(() => {
    if (review && layerOf(review, me) !== layer) onLayer(layerOf(review, me));
    // Whoever reviews a second time sees nothing of the first one's.
    else if (error instanceof Refusal && error.code === 'blind_review') onLayer('second');
  }, [review, me, layer, onLayer, error]);
  useEffect(() => {
    if (state.conflict) setAsking({ dialog: 'conflict' });
  }, [state.conflict]);
  useEffect(() => {
    if (form) keepDraft(localStorage, document.id, layer, form);
    else forgetDraft(localStorage, document.id, layer);
  }, [form, document.id, layer]);

  const focusList = useCallback(() => list.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` shows the same figure again
  useEffect(() => {
    if (selected && origin !== 'mark') viewer.current?.showFigure(selected);
    if (origin === 'key') focusList();
  }, [selected, origin, turn]);

  const viewerFigures = useViewerFigures(rows, picking?.figure ?? null);

  const say = (words: string) => {
    setProblem('');
    setSaid(words);
  };
  const complain = (words: string) => {
    setSaid('');
    setProblem(words);
  };
  const choose = useCallback(
    (id: string, from: 'key' | 'mark' | 'link') => {
      setStays(id);
      select(id, from);
    },
    [select],
  );
  const chooseMark = useCallback(
    (id: string) => {
      choose(id, 'mark');
      if (layout !== 'narrow') setTab('figures');
    },
    [choose, layout],
  );
  const chooseLine = useCallback((id: string) => choose(id, 'link'), [choose]);

  /** Why nothing can be decided now, said; true where it can. */
  const allowed = (): boolean => {
    if (may) return true;
    if (standing?.why)
      complain(typeof standing.why === 'string' ? d.mayNot[standing.why] : d.mayNot.held(standing.why.held));
    return false;
  };
  const decide = (deed: Deed, wishes: Wish[]): boolean => {
    if (!allowed()) return false;
    const about = wishes.flatMap((wish) => ('add' in wish ? [] : [wish.figure]));
    const reason = about.map((id) => reasons.get(id)).find(Boolean);
    const done = store.act(deed, wishes, reason);
    if (done && reason) setReasons(new Map([...reasons].filter(([id]) => !about.includes(id))));
    if (done) say(d.done[deed]);
    else say(d.unchanged);
    return done;
  };
  const goOn = () => {
    const next = stepped(shown, selected, 1);
    if (next) choose(next.id, 'key');
  };

  const openForm = (field: Field) => {
    if (!row || !allowed()) return;
    setForm({
      figure: row.id,
      span: null,
      draft: draftOf(row.item.figure),
      reason: reasons.get(row.id) ?? '',
      start: field,
    });
  };
  const closeForm = () => {
    setForm(null);
    marked.current = null;
    viewer.current?.clearSpan();
    focusList();
  };
  const saveForm = (patch: Patch) => {
    if (!form || !allowed()) return;
    if (form.span) {
      const figure = { ...formFigure(form), ...patch } as Figure;
      const { id: _id, confidence: _c, rule: _r, implied: _i, boxes: _b, cell: _cell, section: _s, ...fields } = figure;
      store.act('add', [{ add: { ...fields, span: form.span } }], form.reason.trim() || undefined);
      say(d.done.add);
      choose(addedId({ span: form.span }), 'key');
    } else if (form.figure) {
      const wishes = [{ figure: form.figure, patch: { ...patch, verdict: 'accepted' as const } }];
      const changed = Object.keys(patch).length > 0;
      if (changed) store.act('edit', wishes, form.reason.trim() || undefined);
      say(changed ? d.done.edit : d.unchanged);
    }
    closeForm();
  };
  const formFigure = (open: OpenForm): Figure =>
    open.figure
      ? (figures.get(open.figure)?.figure ?? added({ span: { start: 0, end: 0 } }).figure)
      : { ...added({ span: open.span ?? { start: 0, end: 0 } }).figure, ...open.inferred };

  const addMarked = async (span: Span) => {
    if (!allowed()) return;
    adding.current = false;
    const there = rows.find(
      ({ item }) =>
        item.verdict !== 'rejected' && item.figure.span.start === span.start && item.figure.span.end === span.end,
    );
    if (there) {
      say(d.alreadyThere);
      choose(there.id, 'key');
      return;
    }
    say(d.inferring);
    const found = await figureIn(document.id, span, language);
    const value = valueSaid(record.text.slice(span.start, span.end));
    const known: Partial<Figure> = found ? { ...found, span } : ((value as Partial<Figure> | null) ?? {});
    const { id: _id, span: _span, boxes: _boxes, ...inferred } = known;
    const figure = { ...added({ span }).figure, ...inferred };
    say(found ? '' : d.inferFailed);
    setTab('figures');
    setForm({
      figure: null,
      span,
      inferred,
      draft: found || value ? draftOf(figure) : { ...draftOf(figure), value: '' },
      reason: '',
      start: 'value',
    });
  };
  const spanMarked = useCallback(
    (span: Span | null) => {
      marked.current = span;
      if (span && adding.current) void latest.current.addMarked(span);
      else if (span) setSaid(`${latest.current.d.marked}: ${record.text.slice(span.start, span.end)} (m)`);
    },
    [record],
  );

  const valueIn = (span: Span): Promise<Patch> => readingOf(document.id, record.text, span, language);
  const doSplit = async (at: number) => {
    const item = splitting ? figures.get(splitting) : undefined;
    const spans = item && halves(record.text, item.figure.span, at);
    setSplitting(null);
    if (!item || !spans) return;
    const values = await Promise.all([valueIn(spans[0]), valueIn(spans[1])]);
    const own = { value: item.figure.value };
    if (
      decide(
        'split',
        split(item, spans, [
          { ...own, ...values[0] },
          { ...own, ...values[1] },
        ]),
      )
    )
      choose(addedId({ span: spans[0] }), 'key');
  };
  const doMerge = async (one: string, other: string) => {
    const [a, b] = [figures.get(one), figures.get(other)];
    if (!a || !b || one === other) return;
    const span = {
      start: Math.min(a.figure.span.start, b.figure.span.start),
      end: Math.max(a.figure.span.end, b.figure.span.end),
    };
    const value = valueSaid(record.text.slice(span.start, span.end)) ?? {
      value: a.figure.value,
      ...(await valueIn(span)),
    };
    if (decide('merge', merge(a, b, value))) choose(addedId({ span }), 'key');
  };
  const picked = (): boolean => {
    if (!picking || !selected) return false;
    if (picking.kind === 'merge') {
      if (picking.figure === selected) return true;
      setPicking(null);
      void doMerge(picking.figure, selected);
      return true;
    }
    const whole = selected === picking.figure ? null : selected;
    if (whole && !mayHold(figures, whole, picking.figure)) {
      complain(d.notAWhole);
      return true;
    }
    decide('partOf', [{ figure: picking.figure, patch: { partOf: whole } }]);
    setPicking(null);
    choose(picking.figure, 'key');
    return true;
  };

  const act = async (action: ReviewAction) => {
    if (!review) return;
    setAsking(null);
    try {
      // Who finishes a report that nobody has in hand takes it in hand for that.
      const takes = action.action === 'finish' && !review.claimed;
      const now = takes ? await actOnReview(document.id, { action: 'claim' }, review, language) : review;
      store.reviewIs(await actOnReview(document.id, action, now, language));
      again();
    } catch (failure) {
      complain(failure instanceof ApiError && failure.sentence ? failure.sentence : d.actionFailed);
      again();
    }
  };
  const latest = useRef({ addMarked, act, d });
  latest.current = { addMarked, act, d };
  const startSecond = useCallback(() => void latest.current.act({ action: 'start_second' }), []);
  const ask = useCallback((dialog: 'agreement' | 'conflict') => setAsking({ dialog }), []);
  const chooseView = useCallback((next: View) => {
    setStays(null);
    setView(next);
  }, []);
  const searchFor = useCallback((words: string) => {
    setStays(null);
    setSearch(words);
  }, []);
  const finish = () => act({ action: standing?.layer === 'second' ? 'finish_second' : 'finish' });
  const can = (action: ReportAction) => standing?.actions.includes(action) ?? false;

  const suggestionAt = (number: number) => row?.item.doubts.flatMap(({ suggestions }) => suggestions)[number - 1];
  const undoOrRedo = (which: 'undo' | 'redo') => {
    const done = store[which]();
    if (done === null) say(which === 'undo' ? d.nothingToUndo : d.nothingToRedo);
    else if (typeof done === 'object') complain(d.undoBlocked);
    else say((which === 'undo' ? d.undone : d.redone)(d.done[done as Deed] ?? done));
  };
  const goTo = (found: { id: string } | undefined, none: string) => (found ? choose(found.id, 'key') : say(none));

  const commands: Partial<Record<Command, () => void>> = {
    next: () => goTo(stepped(shown, selected, 1), d.noneLeft),
    previous: () => goTo(stepped(shown, selected, -1), d.noneLeft),
    nextDoubtful: () => goTo(nextWhere(rows, selected, isOpenDoubt), d.noDoubtLeft),
    nextUndecided: () => goTo(nextWhere(rows, selected, isUndecided), d.noneLeft),
    accept: () => {
      if (picked()) return;
      if (!row) return goOn();
      decide('accept', [{ figure: row.id, patch: { verdict: 'accepted' } }]);
      goOn();
    },
    reject: () => {
      if (!row) return;
      const back = row.item.verdict === 'rejected';
      decide(back ? 'unreject' : 'reject', [{ figure: row.id, patch: { verdict: back ? null : 'rejected' } }]);
      if (!back) goOn();
    },
    undo: () => undoOrRedo('undo'),
    redo: () => undoOrRedo('redo'),
    takeTheirs: () => {
      if (row && disagrees(row.item)) decide('takeTheirs', [takeExtractors(row.item)]);
    },
    keepMine: () => {
      if (row && disagrees(row.item)) decide('keepMine', [keepPersons(row.item)]);
    },
    add: () => {
      if (!allowed()) return;
      if (marked.current) return void addMarked(marked.current);
      adding.current = true;
      say(d.markFirst);
      if (layout === 'narrow') setTab('text');
      viewer.current?.markByKeyboard();
    },
    split: () => {
      if (!row || !allowed()) return;
      if (cuts(record.text, row.item.figure.span).length === 0) say(d.cannotSplit);
      else setSplitting(row.id);
    },
    merge: () => {
      if (!row || !allowed()) return;
      const alive = rows.filter(({ item }) => item.verdict !== 'rejected');
      const next = alive[alive.findIndex(({ id }) => id === row.id) + 1];
      if (next && next.id !== row.id) void doMerge(row.id, next.id);
      else say(d.noNext);
    },
    mergePicked: () => {
      if (row && allowed()) setPicking({ kind: 'merge', figure: row.id });
    },
    partOf: () => {
      if (row && allowed()) setPicking({ kind: 'partOf', figure: row.id });
    },
    reason: () => {
      if (row && allowed()) setAsking({ dialog: 'reason' });
    },
    history: () => setAsking({ dialog: 'history', figure: selected }),
    follow: () => {
      if (!selected) return goOn();
      if (layout === 'narrow') setTab('text');
      viewer.current?.showFigure(selected, { focus: true });
    },
    search: () => {
      setTab('figures');
      requestAnimationFrame(() => searchBox.current?.focus());
    },
    order: () => setView((last) => ({ ...last, order: last.order === 'text' ? 'doubt' : 'text' })),
    acceptSure: () => {
      if (allowed()) setAsking({ dialog: 'sure' });
    },
    finish: () => {
      if (!can('finish') && !can('finish_second')) allowed();
      else if (state.waiting.length > 0 || progress.decided < progress.all) setAsking({ dialog: 'finish' });
      else void finish();
    },
    approve: () => {
      if (can('approve')) void act({ action: 'approve' });
      else if (review?.state === 'reviewed') complain(mayAs(me.role, 'approver') ? d.approveOther : d.approverOnly);
    },
    reopen: () => {
      if (can('reopen')) setAsking({ dialog: 'reopen' });
    },
    claim: () => {
      if (can('claim')) void act({ action: 'claim' });
    },
    release: () => {
      if (can('release')) void act({ action: 'release' });
    },
    handOver: () => {
      if (can('handOver')) setAsking({ dialog: 'people' });
    },
    nextReport: () => {
      nextInQueue(document.id, language).then(
        (next) => (next ? navigate(`/documents/${encodeURIComponent(next)}`) : say(d.noNextReport)),
        () => complain(d.actionFailed),
      );
    },
    help: () => setAsking({ dialog: 'keys' }),
    leave: () => {
      const { activeElement } = window.document;
      if (splitting) setSplitting(null);
      else if (picking) {
        setPicking(null);
        choose(picking.figure, 'key');
      } else if (form) closeForm();
      else if (activeElement === searchBox.current) {
        searchBox.current?.blur();
        focusList();
      } else if (adding.current || marked.current) {
        adding.current = false;
        marked.current = null;
        viewer.current?.clearSpan();
        say('');
        focusList();
      } else select(null, 'key');
    },
  };
  const run = (command: Command): boolean => {
    const field = FIELD_OF[command];
    if (field) openForm(field);
    else if (/^suggestion\d$/.test(command)) {
      const suggestion = suggestionAt(Number(command.at(-1)));
      if (!row || !suggestion) say(d.noSuggestion);
      else {
        const { reason: _reason, ...patch } = suggestion.patch;
        decide('suggestion', [{ figure: row.id, patch: { verdict: 'accepted', ...patch } }]);
      }
    } else commands[command]?.();
    return true;
  };
  useCommands(keys, run);
  const runner = useRef(run);
  runner.current = run;
  const onCommand = useCallback((command: Command) => void runner.current(command), []);

  const showSpan = useCallback(
    (position: number) => {
      setTab((last) => (layout === 'narrow' ? 'text' : last));
      requestAnimationFrame(() => viewer.current?.showSpan({ start: position, end: position + 1 }));
    },
    [layout],
  );
  const surroundings = useMemo(
    () => ({ places: placesOf(figures.values(), record.document.place), period: record.document.period }),
    [figures, record],
  );

  const formOf = form && formFigure(form);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form's figure is that of its id or its span
  const wholes = useMemo(
    () =>
      formOf
        ? wholesOf(figures, formOf).map((figure) => ({ id: figure.id, name: figureName(figure, language) }))
        : NO_OPTIONS,
    [figures, form?.figure, form?.span, language],
  );

  if (error && !desk)
    return (
      <p className="problem desk-problem" role="alert">
        {d.deskFailed} {error instanceof ApiError && error.sentence}{' '}
        <button type="button" onClick={again}>
          {t.retry}
        </button>
      </p>
    );
  if (!review || !standing) return <p className="loading">{t.loading}</p>;

  const failed = record.checks.filter((check) => check.status === 'fail').length;
  const names: Record<Panel, string> = { text: t.text, figures: d.figures, checks: t.checksTab };
  const panel = (name: Panel, content: ReactNode) => {
    const takesTurns = tabs.includes(name);
    return (
      <section
        id={`panel-${name}`}
        className={`desk-panel ${name}-side`}
        role={takesTurns ? 'tabpanel' : 'region'}
        aria-label={names[name]}
        hidden={takesTurns && tab !== name}
        tabIndex={name === 'checks' ? 0 : undefined}
      >
        {content}
      </section>
    );
  };
  const splitItem = splitting ? figures.get(splitting) : undefined;

  return (
    <div className="desk" data-layout={layout}>
      <div className="desk-top">
        <ReviewBar
          state={state}
          review={review}
          me={me}
          standing={standing}
          progress={progress}
          keys={keys}
          onCommand={onCommand}
          onSecond={startSecond}
          onAsk={ask}
          onRetry={store.retry}
          onDiscard={store.discard}
        />
        {desk?.notices.map(({ code, message }) => (
          <p key={code} className="desk-notice" data-notice={code}>
            {message}
          </p>
        ))}
      </div>
      <Tabs
        tabs={tabs}
        tab={tab}
        names={names}
        figures={rows.length}
        failed={failed}
        said={said}
        onTab={setTab}
        onHelp={() => onCommand('help')}
      />
      {panel(
        'text',
        <Viewer
          ref={viewer}
          record={record}
          document={document}
          figures={viewerFigures}
          selected={selected}
          onSelect={chooseMark}
          onSpan={spanMarked}
        />,
      )}
      {panel(
        'figures',
        <>
          <Filters
            view={view}
            search={search}
            sections={record.sections}
            shown={shown.length}
            all={rows.length}
            input={searchBox}
            onView={chooseView}
            onSearch={searchFor}
          />
          {t.numbersNote && <p className="note">{t.numbersNote}</p>}
          {problem && (
            <p className="problem desk-problem" role="alert">
              {problem}
            </p>
          )}
          {picking && (
            <p className="picking" role="status">
              {picking.kind === 'partOf' ? d.pickWhole : d.pickMerge}
            </p>
          )}
          {shown.length === 0 ? (
            <div className="empty">
              <p>{rows.length === 0 ? t.noFigures : t.noMatch}</p>
              {rows.length > 0 && (
                <button
                  type="button"
                  onClick={() => {
                    setView(WHOLE);
                    setSearch('');
                  }}
                >
                  {t.clearFilters}
                </button>
              )}
            </div>
          ) : (
            <FigureList
              ref={list}
              lines={lines}
              selected={selected}
              picking={picking?.figure ?? null}
              onSelect={chooseLine}
            />
          )}
          <div className="card-place">
            {form ? (
              <FigureForm
                key={form.figure ?? 'added'}
                title={form.figure ? d.form : d.addForm}
                figure={formFigure(form)}
                draft={form.draft}
                reason={form.reason}
                start={form.start}
                surroundings={surroundings}
                wholes={wholes}
                onDraft={(draft) => setForm({ ...form, draft })}
                onReason={(reason) => setForm({ ...form, reason })}
                onSave={saveForm}
                onCancel={closeForm}
                note={form.span ? `${d.marked}: ${record.text.slice(form.span.start, form.span.end)}` : null}
              />
            ) : splitItem ? (
              <SplitPanel
                text={record.text}
                item={splitItem}
                cuts={cuts(record.text, splitItem.figure.span)}
                onSplit={(at) => void doSplit(at)}
                onCancel={() => {
                  setSplitting(null);
                  focusList();
                }}
              />
            ) : row ? (
              <FigureCard
                record={record}
                row={row}
                figures={figures}
                parts={parts}
                keys={keys}
                may={may}
                reason={reasons.get(row.id) ?? ''}
                onCommand={onCommand}
                onSelect={chooseLine}
              />
            ) : (
              <p className="second card-empty">{d.nothingSelected}</p>
            )}
          </div>
        </>,
      )}
      {panel(
        'checks',
        tab === 'checks' && <Checks record={record} rows={byId} onSelect={chooseLine} onPosition={showSpan} />,
      )}
      <Asked
        asking={asking}
        onAsk={setAsking}
        document={document.id}
        record={record}
        me={me}
        row={row}
        figures={figures}
        sure={sure}
        state={state}
        left={progress.all - progress.decided}
        keys={keys}
        onKeys={setKeys}
        reason={(row && reasons.get(row.id)) ?? ''}
        onReason={(id, reason) => setReasons(new Map([...reasons, [id, reason]]))}
        onAcceptSure={() =>
          decide(
            'acceptSure',
            sure.map(({ figure }) => ({ figure: figure.id, patch: { verdict: 'accepted' } })),
          )
        }
        onAct={(action) => void act(action)}
        onFinish={() => void finish()}
        onSettle={store.settle}
        onSelect={(id) => choose(id, 'key')}
      />
    </div>
  );
}
