import { quick } from '../../text/quick.ts';
import { all, money, of, type Rule, rate, type Sight, stated } from './sight.ts';

const BUILT = /xây|sửa|dựng|làm (?:mới|nhà)|hỗ trợ|bàn giao|khởi công|hoàn thành|trao|tặng/u;
const GIVEN = quick(/(?<!\p{L})(?:hỗ trợ|xây|sửa|làm|tặng|trao|giúp)(?!\p{L})/u);
/** What is needed or under way is not yet built. */
const NOT_BUILT = quick(
  /(?<!\p{L})(?:cần (?:hỗ trợ|xây|sửa|được)|thuộc diện (?:được )?(?:hưởng|hỗ trợ)|được phê duyệt|đạt chuẩn|có nhu cầu|đang (?:thi công|xây|triển khai|sửa|làm)|đã khởi công|đề nghị)(?!\p{L})/u,
);

/** Of households; houses go to those who have none. */
const HOMELESS = quick(/(?<!\p{L})chưa có nhà(?!\p{L})/u);

/** "sử dụng 40 tỷ đồng của quỹ … để xây mới 1.000 căn nhà" */
const SPENT = quick(/(?<!\p{L})(?:trích|sử dụng|dùng|chi|bố trí|phân bổ)(?:\s+(?:trên|hơn|gần|khoảng|được))*\s*$/u);
const FOR_HOMES =
  /^(?:[^,;.\d]|\s\d{4}){0,80}?(?<!\p{L})(?:xây|sửa|cất|dựng|làm|giải quyết|hoàn thành|xóa)(?:,|\s)[^;.\d]{0,40}?(?:\d[\d.]*\s+)?(?:căn |ngôi )?nhà(?! (?:văn hóa|máy|trẻ|sinh hoạt|tiêu|vệ sinh|trường))/u;

/** "còn 356 hộ có nhà ở tạm bợ, dột nát": how they live, and nothing done yet. */
const HUTS = /^[^;.]{0,80}?(?<!\p{L})(?:có nhà (?:ở )?(?:tạm|dột|đơn sơ|xuống cấp|hư hỏng)|(?:đang |phải )+ở nhà)/u;
const REBUILT =
  /(?<!\p{L}|cần |đề nghị )(?:được )?(?:hỗ trợ (?:xây|sửa|làm|kinh phí)|xây nhà|làm nhà|sửa nhà|được xây|được sửa)/u;
const inHuts = (s: Sight) =>
  s.unit === 'household' && HUTS.test(s.rest) && !REBUILT.test(s.rest) && !/hỗ trợ|xây|sửa/u.test(s.lead);

/** "hỗ trợ đất ở cho 240 hộ": land is no house. */
const OF_LAND = quick(
  /(?<!\p{L})(?:hỗ trợ|cấp|giao|giải quyết|bố trí)(?:\s+[\d.,]+\s*(?:m2|m²|ha))?\s+đất (?:ở|thổ cư|làm nhà)(?!\p{L}| (?:và|,) nhà)/u,
);
const A_HOUSE = /(?<!\p{L})nhà(?!\p{L}| nước)/u;
const forLand = (s: Sight) => {
  const words = `${s.sentence.slice(-240)} ${s.rest}`;
  return OF_LAND.test(words) && !A_HOUSE.test(words);
};

/** "Vận động mạnh thường quân cất mới 3 căn nhà": whoever gave, homes were built. */
const PUT_UP = quick(/(?<!\p{L})(?:xây|cất|dựng|sửa|xóa)(?!\p{L})[^,;.\d]{0,24}$/u);

/** Homes that a loan is for are counted as loans. */
const LENT_FOR = quick(
  /(?<!\p{L})(?:(?:cho|được|hộ|lượt|khách hàng) vay|vay (?:vốn )?(?:để )?(?:làm|xây|sửa|cất)|dư nợ|món vay)(?!\p{L})/u,
);

/** "Quỹ vì người nghèo huyện hỗ trợ 10 triệu đồng/nhà" */
const PER_HOUSE = /^\s*\/\s*(?:căn|ngôi|nhà)(?!\p{L})/u;

/** What the words at the number settle. */
export const housingNear: readonly Rule[] = [
  {
    indicator: null,
    topic: 'housing_support',
    when: all(
      of('housing_support'),
      (s) => s.unit === 'household' || s.kind === 'money',
      (s) => forLand(s),
    ),
  },
  {
    indicator: 'house.cost',
    topic: 'housing_support',
    when: all(money, (s) => PER_HOUSE.test(s.tail) && !/(?<!\p{L})vay(?!\p{L})/u.test(s.sentence)),
  },
  {
    indicator: 'house.cost',
    topic: 'housing_support',
    when: all(money, (s) => SPENT.test(s.lead) && FOR_HOMES.test(s.rest)),
  },
  {
    indicator: null,
    topic: 'housing_support',
    when: all(
      of('housing_support'),
      (s) => s.unit === 'house' || s.unit === 'household',
      (s) => {
        const said = [s.own, s.rest.split(/[,;]|\.(?!\d)/u)[0] as string];
        return (
          said.some((words) => NOT_BUILT.test(words) || (s.unit === 'household' && HOMELESS.test(words))) || inHuts(s)
        );
      },
    ),
  },
  {
    indicator: 'house.built',
    topic: 'housing_support',
    when: all(of('gifts_and_donations'), (s) => s.unit === 'house' && PUT_UP.test(s.lead)),
  },
  // Huts that there are, not those done away with.
  {
    indicator: null,
    topic: 'housing_support',
    when: all(
      (s) => s.unit === 'house' && /^\s*(?:căn |ngôi )?(?:nhà (?:ở )?)?(?:tạm|dột)/u.test(s.tail),
      (s) => /(?<!\p{L})(?:còn|có|là)(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u.test(s.before),
    ),
  },
  {
    indicator: 'house.built',
    topic: 'housing_support',
    when: all(of('housing_support'), rate, (s) => s.role === 'achievement'),
  },
];

/** Houses built and repaired. */
export const housingRules: readonly Rule[] = [
  { indicator: 'house.built', topic: 'housing_support', when: all(of('housing_support'), (s) => s.unit === 'house') },
  {
    indicator: 'house.built',
    topic: 'housing_support',
    when: all(
      of('housing_support'),
      (s) => s.unit === 'household',
      stated(/hỗ trợ|xây|sửa|hoàn thành|khởi công|(?:tặng|làm|trao) nhà/u),
      (s) => !/đạt chuẩn/u.test(s.own) && (!/khó khăn về nhà ở/u.test(s.own) || GIVEN.test(s.lead)),
    ),
  },
  {
    indicator: 'house.built',
    topic: 'housing_support',
    when: all(
      (s) => s.unit === 'house' && !(s.topic === 'preferential_credit' && LENT_FOR.test(s.own)),
      of(
        'preferential_credit',
        'poverty_reduction',
        'gifts_and_donations',
        'merit_policy',
        'social_protection',
        'water_sanitation',
        'other',
      ),
      stated(BUILT),
    ),
  },
  { indicator: 'house.cost', topic: 'housing_support', when: all(of('housing_support'), money) },
];
