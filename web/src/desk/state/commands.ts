/** Everything a key can do on the desk, with the keys it has until somebody changes them. */
export const COMMANDS = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  nextDoubtful: ['n'],
  nextUndecided: ['.'],
  accept: ['a', 'Enter'],
  reject: ['x'],
  edit: ['e'],
  editValue: ['v'],
  editUnit: ['u'],
  editIndicator: ['i'],
  editSubjects: ['o'],
  editPeriod: ['t'],
  editPlace: ['d'],
  editLabel: ['b'],
  undo: ['z', 'Ctrl+z'],
  redo: ['Shift+Z', 'Ctrl+y', 'Ctrl+Shift+Z'],
  suggestion1: ['1'],
  suggestion2: ['2'],
  suggestion3: ['3'],
  suggestion4: ['4'],
  suggestion5: ['5'],
  suggestion6: ['6'],
  suggestion7: ['7'],
  suggestion8: ['8'],
  suggestion9: ['9'],
  add: ['m'],
  split: ['s'],
  merge: ['g'],
  mergePicked: ['Shift+G'],
  partOf: ['p'],
  reason: ['r'],
  history: ['h'],
  takeTheirs: ['y'],
  keepMine: ['w'],
  follow: ['f'],
  search: ['/'],
  order: ['q'],
  acceptSure: ['Shift+A'],
  finish: ['Shift+F'],
  approve: ['Shift+P'],
  reopen: ['Shift+R'],
  claim: ['Shift+C'],
  release: ['Shift+L'],
  handOver: ['Shift+H'],
  nextReport: ['Shift+N'],
  help: ['?'],
  leave: ['Escape'],
} as const satisfies Record<string, readonly string[]>;

export type Command = keyof typeof COMMANDS;

/** What is done for each; one that cannot be done now is left out. */
export type Commands = Partial<Record<Command, () => void>>;
export type Bindings = Record<Command, readonly string[]>;
export const DEFAULTS: Bindings = COMMANDS;
export const ALL = Object.keys(COMMANDS) as Command[];

/** The groups in which the sheet of keys shows them. */
export const GROUPS = {
  moving: ['next', 'previous', 'nextDoubtful', 'nextUndecided', 'follow', 'search', 'order', 'nextReport'],
  deciding: [
    'accept',
    'reject',
    'suggestion1',
    'suggestion2',
    'suggestion3',
    'suggestion4',
    'suggestion5',
    'suggestion6',
    'suggestion7',
    'suggestion8',
    'suggestion9',
    'takeTheirs',
    'keepMine',
    'reason',
    'undo',
    'redo',
    'acceptSure',
  ],
  changing: [
    'edit',
    'editValue',
    'editUnit',
    'editIndicator',
    'editSubjects',
    'editPeriod',
    'editPlace',
    'editLabel',
    'add',
    'split',
    'merge',
    'mergePicked',
    'partOf',
  ],
  report: ['history', 'claim', 'release', 'handOver', 'finish', 'approve', 'reopen', 'help', 'leave'],
} as const satisfies Record<string, readonly Command[]>;

export interface Keys {
  bindings: Bindings;
  /** Keys without Ctrl or Alt: WCAG 2.1.4 asks that they can be switched off. */
  singleKeys: boolean;
}
export const KEYS: Keys = { bindings: DEFAULTS, singleKeys: true };

/** What a KeyboardEvent says of a key, without the types of the DOM: the suites of Node read this file too. */
interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * What was pressed, as bindings write it: "a", "Shift+A", "Ctrl+Shift+Z", "?". The Command key of a Mac is Ctrl. Null
 * for a modifier alone. Shift is written only where it does not already show in the sign.
 */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Dead', 'Unidentified'].includes(key)) return null;
  const isLetter = /^\p{L}$/u.test(key);
  const isSign = key.length === 1 && !isLetter;
  const name = key === ' ' ? 'Space' : isLetter ? (shiftKey ? key.toUpperCase() : key.toLowerCase()) : key;
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && !isSign && 'Shift', name]
    .filter(Boolean)
    .join('+');
}

const NEEDS_NO_MODIFIER = /^(Escape|Arrow(Up|Down|Left|Right)|Enter|Tab|Home|End|Page(Up|Down)|F\d+)$/;
/** A key that types a letter, digit or sign where text is written (WCAG 2.1.4). */
export const isSingle = (chord: string): boolean => {
  const bare = chord.replace(/^Shift\+/, '');
  return !/^(Ctrl|Alt)\+/.test(chord) && !NEEDS_NO_MODIFIER.test(bare);
};

export function commandOf(chord: string | null, { bindings, singleKeys }: Keys): Command | null {
  if (chord === null || (!singleKeys && isSingle(chord))) return null;
  return ALL.find((command) => bindings[command].includes(chord)) ?? null;
}

/** Commands that one key would call, where it is more than one. */
export function collisions(bindings: Bindings): Map<string, Command[]> {
  const of = new Map<string, Command[]>();
  for (const command of ALL) for (const chord of bindings[command]) of.set(chord, [...(of.get(chord) ?? []), command]);
  return new Map([...of].filter(([, commands]) => commands.length > 1));
}

/** Gives a command a key; another that had it keeps it as well, and `collisions` says so. */
export const bound = (bindings: Bindings, command: Command, chord: string): Bindings => ({
  ...bindings,
  [command]: [chord, ...bindings[command].slice(1).filter((other) => other !== chord)],
});

const AT = 'ansinh.keys';

export function loadKeys(storage: Pick<Storage, 'getItem'>): Keys {
  try {
    const kept = JSON.parse(storage.getItem(AT) ?? 'null') as Partial<Keys> | null;
    if (!kept) return KEYS;
    const own = Object.entries(kept.bindings ?? {}).filter(
      ([command, chords]) =>
        command in COMMANDS && Array.isArray(chords) && chords.every((chord) => typeof chord === 'string'),
    );
    return {
      bindings: { ...DEFAULTS, ...(Object.fromEntries(own) as Partial<Bindings>) },
      singleKeys: kept.singleKeys !== false,
    };
  } catch {
    return KEYS;
  }
}

/** Only what differs from the defaults is kept, so that new defaults reach those who changed other keys. */
export function saveKeys(storage: Pick<Storage, 'setItem'>, { bindings, singleKeys }: Keys): void {
  const own = ALL.filter((command) => bindings[command].join() !== DEFAULTS[command].join());
  const kept = { bindings: Object.fromEntries(own.map((command) => [command, bindings[command]])), singleKeys };
  try {
    storage.setItem(AT, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: the keys hold until the window closes.
  }
}
