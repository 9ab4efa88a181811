import { GENERAL_OF, PERSON_OF, SUBJECT_PHRASES } from '../../catalogue/subjects.ts';
import type { Subject } from '../../model/index.ts';
import { dictionary, type Entry } from '../text/dictionary.ts';
import { matches, quick } from '../text/quick.ts';

/** A population group where the text names it. */
export interface Mention extends Entry<Subject> {
  /** The group where persons, not households, are counted: "người khuyết tật là hộ nghèo" has poor persons. */
  person: Subject;
}

const phrases = dictionary<Subject | null>(SUBJECT_PHRASES);

/** "hộ nghèo, cận nghèo và mới thoát nghèo" names the noun once for all. */
const ELLIPSIS =
  /^(\s*(?:,|và|hoặc|;|\/|-|,\s*và)\s*)(cận nghèo|mới thoát nghèo|thoát nghèo|(?:(?:có )?hoàn cảnh (?:đặc biệt )?)?khó khăn)(?!\p{L})/u;
const ELLIPTICAL: Readonly<Record<string, readonly [Subject, Subject]>> = {
  'cận nghèo': ['near_poor_household', 'near_poor_person'],
  'mới thoát nghèo': ['escaped_poverty_household', 'escaped_poverty_person'],
  'thoát nghèo': ['escaped_poverty_household', 'escaped_poverty_person'],
  'khó khăn': ['disadvantaged_household', 'disadvantaged_person'],
};
const PERSONS: ReadonlySet<Subject> = new Set([
  'poor_person',
  'near_poor_person',
  'escaped_poverty_person',
  'disadvantaged_person',
]);

const withEllipses = (folded: string, mentions: readonly Entry<Subject>[]): Entry<Subject>[] =>
  firstAtEach(
    mentions.flatMap((mention) => {
      const all = [mention];
      for (let last = mention; ; ) {
        const found = /nghèo$/u.test(folded.slice(last.span.start, last.span.end))
          ? ELLIPSIS.exec(folded.slice(last.span.end, last.span.end + 32))
          : null;
        const pair = found && ELLIPTICAL[(found[2] as string).replace(/\s+/g, ' ').replace(/^.*(?=khó khăn$)/u, '')];
        if (!found || !pair) return all;
        const start = last.span.end + (found[1] as string).length;
        last = {
          span: { start, end: start + (found[2] as string).length },
          value: PERSONS.has(mention.value) ? pair[1] : pair[0],
        };
        all.push(last);
      }
    }),
  );

/** "người nghèo, cận nghèo": what the noun before it makes of "cận nghèo" holds, not what it is alone. */
const firstAtEach = (entries: readonly Entry<Subject>[]): Entry<Subject>[] => {
  const starts = new Set<number>();
  return entries.filter(({ span }) => !starts.has(span.start) && starts.add(span.start));
};

/** A person noun carries a household group: "người khuyết tật là hộ nghèo", "con em hộ nghèo, hộ cận nghèo". */
const CARRIES =
  /^\s*(?:(?:là|thuộc|của|trong|con|diện|thuộc diện|ở|sống trong|gia đình|các|những|đối tượng|nghèo)\s*)*$/u;
const COORDINATES = /^\s*(?:,|và|hoặc|;)?\s*(?:và\s*)?$/u;
const CARRIERS: ReadonlySet<Subject> = new Set([
  'child',
  'student',
  'preschool_child',
  'disabled',
  'elderly',
  'worker',
  'woman',
  'orphan',
  'trainee',
  'overseas_worker',
  'ethnic_minority',
  'meritorious_person',
  'disadvantaged_child',
  'unemployed',
]);
const PERSON_WORD =
  /(?:(?:người|nhân khẩu|khẩu|thành viên|em|cháu|thẻ bhyt cho người)(?: dân)?(?:\s+đơn thân(?:\s+\p{L}+){0,4})?\s+(?:là|thuộc|của|trong|ở)|đối tượng\s+(?:thuộc|của|trong|ở))\s+(?:các\s+|diện\s+|gia đình\s+)*$/u;

/** "người nghèo 3.456 thẻ, cận nghèo 4.567 thẻ": the noun is said once for the list. */
const alsoPersons = (folded: string, before: Entry<Subject>, entry: Entry<Subject>, gap: string): boolean =>
  before.value === 'poor_person' &&
  folded.startsWith('cận nghèo', entry.span.start) &&
  gap.length < 40 &&
  !/\n|\.\s|hộ/u.test(gap);

const withPersons = (folded: string, entries: readonly Entry<Subject>[]): Mention[] => {
  let carried = false;
  return entries.map((entry, i) => {
    const before = entries[i - 1];
    const gap = before ? folded.slice(before.span.end, entry.span.start) : null;
    const byNoun = PERSON_WORD.test(folded.slice(Math.max(0, entry.span.start - 32), entry.span.start));
    const byMention =
      gap !== null &&
      before !== undefined &&
      CARRIERS.has(before.value) &&
      gap.length < 32 &&
      CARRIES.test(gap) &&
      !folded.startsWith('hộ ', before.span.start);
    const anew = before?.value === 'poor_person' && folded.startsWith('hộ ', entry.span.start);
    const goesOn = carried && gap !== null && COORDINATES.test(gap) && !anew;
    carried =
      byNoun ||
      byMention ||
      goesOn ||
      (gap !== null && before !== undefined && alsoPersons(folded, before, entry, gap));
    return { ...entry, person: (carried && PERSON_OF[entry.value]) || entry.value };
  });
};

/** Groups that "nghèo" narrows right behind their name: "phụ nữ nghèo", "hộ hội viên nghèo". */
const QUALIFIED: ReadonlySet<Subject> = new Set([
  'woman',
  'student',
  'farmer',
  'veteran',
  'elderly',
  'disabled',
  'ethnic_minority',
  'orphan',
]);
const POOR = /^(\s+(?:(?:thuộc )?diện )?)nghèo(?!\p{L}|\s+(?:đa chiều|bền vững|nhất))/u;
const BY_HOUSEHOLDS = quick(/(?<!\p{L})(?:hộ|gia đình)(?:\s+(?:có|là|đồng bào|các))*\s+$/u);

/** "học sinh vượt khó", "gia đình chính sách khó khăn": hardship said right behind the name. */
const HARD =
  /^(\s+(?:đơn thân |đơn thân, |gặp |còn |đang |rất |đặc biệt )*)(?:khó khăn|vượt khó)(?!\p{L}|\s+(?:về|do|bởi|vì|trong|nhất))/u;
const HARDENED: ReadonlySet<Subject> = new Set([
  'woman',
  'student',
  'farmer',
  'veteran',
  'elderly',
  'policy_household',
]);
/** "240 người dân tộc thiểu số ở đây thoát nghèo": a number of people who are poor no longer. */
const ESCAPED =
  /^((?:\s+(?:ở|tại|của|trên)(?:\s+\p{L}+){1,4}?)?\s+(?:đã |được |vươn lên )*)thoát (?:khỏi )?nghèo(?!\p{L}|\s+bền vững)/u;
const ESCAPERS: ReadonlySet<Subject> = new Set([
  'woman',
  'farmer',
  'veteran',
  'ethnic_minority',
  'worker',
  'elderly',
  'disabled',
]);
const NUMBERED = /\d\s*(?:triệu |nghìn |ngàn |vạn )?(?:lượt )?(?:người |hội viên )?$/u;

/** What is said right behind the name of a group, as a group of its own. */
const saidOf = (entry: Entry<Subject>, said: RegExpExecArray, value: Subject): Entry<Subject>[] => {
  const { end } = entry.span;
  return [entry, { span: { start: end + (said[1] as string).length, end: end + said[0].length }, value }];
};

const withQualifiers = (folded: string, entries: readonly Entry<Subject>[]): Entry<Subject>[] =>
  entries.flatMap((entry) => {
    const behind = folded.slice(entry.span.end, entry.span.end + 48);
    const hard = HARDENED.has(entry.value) ? HARD.exec(behind) : null;
    if (hard)
      return saidOf(
        entry,
        hard,
        entry.value === 'policy_household' ? 'disadvantaged_household' : 'disadvantaged_person',
      );
    if (
      ESCAPERS.has(entry.value) &&
      NUMBERED.test(folded.slice(Math.max(0, entry.span.start - 24), entry.span.start))
    ) {
      const escaped = ESCAPED.exec(behind);
      if (escaped) return saidOf(entry, escaped, 'escaped_poverty_person');
    }
    const poor = QUALIFIED.has(entry.value) && POOR.exec(folded.slice(entry.span.end, entry.span.end + 24));
    if (!poor) return [entry];
    const start = entry.span.end + (poor[1] as string).length;
    const households =
      /^(?:hộ|gia đình)(?!\p{L})/u.test(folded.slice(entry.span.start, entry.span.end)) ||
      BY_HOUSEHOLDS.test(folded.slice(Math.max(0, entry.span.start - 24), entry.span.start));
    return [entry, { span: { start, end: start + 5 }, value: households ? 'poor_household' : 'poor_person' }];
  });

/** Associations by whose name their members are known: "hội viên" of the women's union are women. */
const ASSOCIATIONS: readonly (readonly [Subject, RegExp])[] = [
  ['woman', quick(/(?<!\p{L})(?:hội\s+(?:viên,?\s+)?(?:liên hiệp\s+)?(?:phụ nữ|pn|lhpn)|lhpn)(?!\p{L})/gu)],
  ['farmer', quick(/(?<!\p{L})hội\s+(?:viên\s+)?(?:nông dân|nd)(?!\p{L})/gu)],
  ['veteran', quick(/(?<!\p{L})hội\s+(?:viên\s+)?(?:cựu chiến binh|ccb)(?!\p{L})/gu)],
  ['elderly', quick(/(?<!\p{L})hội\s+(?:viên\s+)?(?:người cao tuổi|nct)(?!\p{L})/gu)],
  [
    'meritorious_person',
    quick(
      /(?<!\p{L})hội\s+(?:(?:cựu\s+)?(?:thanh niên xung phong|tnxp)|(?:nạn nhân\s+)?(?:chất độc|da cam)|nncđdc)(?!\p{L})/gu,
    ),
  ],
  ['disabled', quick(/(?<!\p{L})hội\s+(?:người mù|người khuyết tật|nkt)(?!\p{L})/gu)],
  ['worker', quick(/(?<!\p{L})(?:liên đoàn lao động|lđlđ|công đoàn)(?!\p{L})/gu)],
];
const MEMBER = quick(
  /(?<![\p{L}\p{M}])(?:(?<!gia đình )hội viên|(?:nghĩa )?tình đồng đội|(?<=\d\s*)đồng chí|đoàn viên(?!,? thanh niên))(?![\p{L}\p{M}])/gu,
);
/** How far back the name of an association still tells whose members are meant. */
const SPEAKS_FOR = 2000;

const COMRADES: ReadonlySet<Subject> = new Set(['veteran', 'meritorious_person']);
/** Trade unions have "đoàn viên"; comrades are counted of veterans, and theirs is the fund "Nghĩa tình đồng đội". */
const belongs = (word: string, group: Subject): boolean =>
  word === 'đoàn viên'
    ? group === 'worker'
    : word === 'đồng chí'
      ? group === 'veteran'
      : word.endsWith('đồng đội')
        ? COMRADES.has(group)
        : group !== 'worker';

/** Members where the text says of what: the nearest association named before them, or the only one that the text names. */
const membersIn = (folded: string, taken: readonly Entry<unknown>[]): Entry<Subject>[] => {
  const found = matches(MEMBER, folded);
  if (!found.length) return [];
  const named = ASSOCIATIONS.flatMap(([value, pattern]) =>
    matches(pattern, folded).map(({ index }) => ({ value, index })),
  ).sort((a, b) => a.index - b.index);
  const one = named.every(({ value }) => value === named[0]?.value);
  let at = 0;
  let next = 0;
  return found.flatMap((match) => {
    while (at < named.length && (named[at] as { index: number }).index < match.index) at += 1;
    const of = named[at - 1] ?? (one ? named[0] : undefined);
    const span = { start: match.index, end: match.index + match[0].length };
    if (!of || Math.abs(span.start - of.index) > SPEAKS_FOR || !belongs(match[0], of.value)) return [];
    while (next < taken.length && (taken[next] as Entry<unknown>).span.end <= span.start) next += 1;
    return taken[next] && (taken[next] as Entry<unknown>).span.start < span.end ? [] : [{ span, value: of.value }];
  });
};

/** "hộ nghèo có hoàn cảnh đặc biệt khó khăn" says more of the same households. */
const describes = (folded: string, before: Mention | undefined, mention: Mention): boolean =>
  mention.value === 'disadvantaged_person' &&
  before !== undefined &&
  /^(?:near_)?poor_household|^escaped/.test(before.value) &&
  folded.startsWith('có hoàn cảnh', mention.span.start) &&
  folded.slice(before.span.end, mention.span.start).trim() === '';

/** "100% người cao tuổi … được mừng thọ, hưởng trợ cấp xã hội": what is done for a group named before names no other. */
const isDeed = (folded: string, before: Mention | undefined, mention: Mention): boolean =>
  mention.value === 'social_protection_beneficiary' &&
  before !== undefined &&
  before.value !== 'social_protection_beneficiary' &&
  /^(?:được )?(?:hưởng|nhận)/u.test(folded.slice(mention.span.start, mention.span.end)) &&
  /^(?=[^.;:\d]{0,80}$)[^.;:\d]*(?:,|được|và|có|đang)\s*$/u.test(
    folded.slice(before.span.end, mention.span.start).slice(0, 81),
  );

/** "gia đình chính sách có hoàn cảnh khó khăn": hardship said of households is theirs. */
const ofHouseholds = (folded: string, before: Mention | undefined, mention: Mention): Mention =>
  mention.value === 'disadvantaged_person' &&
  before?.value === 'policy_household' &&
  folded.slice(before.span.end, mention.span.start).trim() === ''
    ? { ...mention, value: 'disadvantaged_household', person: 'disadvantaged_household' }
    : mention;

/** "(không bao gồm lao động nghỉ thai sản)": groups left out of a count. */
const LEFT_OUT = quick(
  /(?<!\p{L})(?:không|chưa|ngoài|trừ|ngoại trừ) (?:bao gồm|gồm|kể|tính|có)(?:\s+(?:cả|các|số|những))*\s*$/u,
);
const isLeftOut = (folded: string, { span }: Mention): boolean =>
  LEFT_OUT.test(folded.slice(Math.max(0, span.start - 32), span.start));

/** Where a text counts poor people and no poor households, "tỷ lệ nghèo" is of people. */
const OF_PEOPLE = /(?:\d\s*(?:triệu |nghìn |ngàn )?|t[ỷỉ] lệ )người (?:dân )?nghèo(?!\p{L})/u;
const OF_HOUSEHOLDS = quick(/(?<!\p{L})(?:hộ|gia đình) (?:cận |thoát )?nghèo(?!\p{L})/u);
const countsPeople = (folded: string): boolean => OF_PEOPLE.test(folded) && !OF_HOUSEHOLDS.test(folded);

/** Every population group the text names, ascending; groups inside names of offices and programmes are left out. */
export const findMentions = (folded: string): Mention[] => {
  const all = phrases(folded);
  const people = countsPeople(folded);
  const named = [
    ...all.filter((entry): entry is Entry<Subject> => entry.value !== null),
    ...membersIn(folded, all),
  ].sort((a, b) => a.span.start - b.span.start);
  return withPersons(folded, withQualifiers(folded, withEllipses(folded, named)))
    .filter(
      (mention, i, all) =>
        !describes(folded, all[i - 1], mention) && !isDeed(folded, all[i - 1], mention) && !isLeftOut(folded, mention),
    )
    .map((mention, i, all) => ofHouseholds(folded, all[i - 1], mention))
    .map((mention) =>
      people && mention.value === 'poor_household'
        ? { ...mention, value: 'poor_person' as const, person: 'poor_person' as const }
        : mention,
    );
};

/** "số hội viên nghèo còn 302 hộ": counted by households, the poor are poor households. */
const HOUSEHOLD_OF = new Map<Subject, Subject>([
  ['poor_person', 'poor_household'],
  ['near_poor_person', 'near_poor_household'],
  ['escaped_poverty_person', 'escaped_poverty_household'],
]);

/** The codes of a set of mentions, sorted, each general code dropped where a specific one of it stands beside. The poor are one group. */
export const codesOf = (mentions: readonly Mention[], households: boolean): Subject[] => {
  const codes = new Set(
    mentions.map((mention) => (households ? (HOUSEHOLD_OF.get(mention.value) ?? mention.value) : mention.person)),
  );
  for (const code of [...codes]) for (const general of GENERAL_OF[code] ?? []) codes.delete(general);
  if (codes.has('poor_household')) codes.delete('poor_person');
  return [...codes].sort();
};
