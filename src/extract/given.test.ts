import { expect, test } from '@jest/globals';
import { documentOf } from '../../tests/extract/document.ts';
import type { Given } from '../model/index.ts';
import { extract, infer } from './index.ts';

const TAN_HUNG = 'Xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng';
const given = (place: string | null, year: number | null): Given => ({ place, year });

const SAYS_NOTHING = 'KẾT QUẢ RÀ SOÁT\nToàn xã có 15 hộ nghèo.';
const SAYS_ALL =
  'ỦY BAN NHÂN DÂN\nHUYỆN TÂY SƠN\nTây Sơn, ngày 15 tháng 12 năm 2022\nBÁO CÁO\nKết quả giảm nghèo năm 2022\nToàn huyện có 1.855 hộ nghèo.';

const seen = (text: string, of: Given) => {
  const { document, figures, messages } = extract(documentOf(text), of);
  return {
    place: document.place?.name ?? null,
    code: document.place?.code ?? null,
    period: document.period && [document.period.start, document.period.end],
    figure: figures[0] && [figures[0].period?.start ?? null, figures[0].implied.includes('period')],
    codes: messages.map(({ code }) => code).filter((code) => /given/.test(code)),
  };
};

test('a report that says nothing takes what is given, and its figures with it', () => {
  expect(seen(SAYS_NOTHING, given(TAN_HUNG, 2021))).toEqual({
    place: 'xã Tân Hưng',
    code: '31660',
    period: ['2021-01-01', '2021-12-31'],
    figure: ['2021-01-01', true],
    codes: ['place_given', 'period_given'],
  });
  expect(seen(SAYS_NOTHING, given('31660', null))).toMatchObject({
    code: '31660',
    period: null,
    codes: ['place_given'],
  });
  expect(seen(SAYS_NOTHING, given(null, 2021))).toMatchObject({ place: null, codes: ['period_given'] });
});

test('what a report says itself is never laid over', () => {
  const alone = seen(SAYS_ALL, given(null, null));
  expect(alone).toMatchObject({ place: 'huyện Tây Sơn', period: ['2022-01-01', '2022-12-31'], codes: [] });
  expect(seen(SAYS_ALL, given(TAN_HUNG, 1999))).toEqual(alone);
  // Only a line over its body names the year.
  const head = 'TỔNG HỢP SỐ LIỆU HỘ NGHÈO NĂM 2019\nToàn xã có 15 hộ nghèo.';
  expect(seen(head, given(null, 2003)).figure).toEqual(['2019-01-01', true]);
  expect(seen(head, given(null, 2003)).codes).toEqual([]);
});

test('a figure that is dated nearer keeps its date', () => {
  const text = 'KẾT QUẢ RÀ SOÁT\nNăm 2018, toàn xã có 15 hộ nghèo.';
  expect(seen(text, given(null, 2021)).figure?.[0]).toBe('2018-01-01');
});

test.each(['xã Tân Hưng', 'Atlantis', '00000', '???'])('a place that is none or several is not used: %s', (place) => {
  expect(seen(SAYS_NOTHING, given(place, null))).toMatchObject({ place: null, codes: ['given_place_unknown'] });
});

test('without anything given the record is what it was', () => {
  for (const text of [SAYS_NOTHING, SAYS_ALL]) {
    const document = documentOf(text);
    expect(extract(document, null)).toEqual(extract(document));
    expect(extract(document, given(null, null))).toEqual(extract(document));
  }
});

test('a number that a person marks later is of the year that was given', () => {
  const text = 'KẾT QUẢ RÀ SOÁT\nTổng cộng: 318.';
  const start = text.indexOf('318');
  const [figure] = infer(extract(documentOf(text), given(null, 2021)), { start, end: start + 3 });
  expect(figure).toMatchObject({ value: 318, period: { start: '2021-01-01' } });
});
