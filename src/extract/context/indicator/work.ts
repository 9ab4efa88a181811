import { quick } from '../../text/quick.ts';
import { all, counts, money, not, of, own, type Rule, rate, said, stated } from './sight.ts';

/** "tạo việc làm mới cho", "giới thiệu việc làm cho gần": right before the number. */
const JOBS =
  /(?:tạo|giải quyết|giới thiệu|bố trí)(?: được| thêm)?(?: việc(?: làm)?)(?: mới| ổn định| tại chỗ| trong nước| trực tiếp| thành công)*(?: cho)?(?: được)?(?: trên| hơn| gần| khoảng)*\s*$/u;
/** Pay earned at work is no cost of the training or job service. */
const EARNED = quick(/(?<!\p{L})(?:thu nhập|mức lương|tiền lương|lương(?! hưu)|tiền công)(?!\p{L})/u);

/** "dạy nghề cho 184 người sau cai", "5.238 người hưởng hỗ trợ học nghề", "tuyển sinh đạt 40.000 người" */
const TAUGHT =
  /(?:(?:dạy|đào tạo|truyền|học) nghề(?:\s+(?!và|,)\p{L}+){0,4} cho|tuyển sinh(?:,? đào tạo(?: nghề)?(?: cho)?)?(?: được| đạt| mới)?)(?:\s+(?:trên|hơn|gần|khoảng|được))*\s*$/u;
const LEARNS =
  /^\s*(?:người|lao động|lượt người)?\s*(?:đã |được )?(?:hưởng |được )?(?:hỗ trợ )?(?:học|đào tạo|dạy) nghề/u;
/** "cho vay giải quyết việc làm 1.200 lao động": those who borrowed, whatever it brought. */
const LENT = quick(/(?<!\p{L})(?:cho vay|giải ngân)(?:[\s,]+(?!đã|để|nhằm|giúp|góp|qua)\p{L}+){0,14}\s*$/u);
/** "đã đưa 12 lao động làm việc tại nước ngoài", and of those told of before "chỉ đưa được 215 lao động". */
const ABROAD = /(?:nước ngoài|xuất (?:khẩu|cảnh)|thị trường|nhật bản|hàn quốc|đài loan)/u;
const SENT = quick(/(?<!\p{L})(?:đưa|cử)(?:\s+(?:được|thêm|trên|hơn|gần|khoảng|mới))*\s*$/u);
/** "…, xuất khẩu lao động khoảng 106 người" */
const EXPORTED = quick(/(?<!\p{L})xuất khẩu lao động(?:\s+(?:là|được|đạt|có|khoảng|trên|hơn|gần))*\s*:?\s*$/u);
/** Places that firms offer are no jobs filled. */
const OFFERED = /^\s*(?:vị trí (?:việc làm|tuyển dụng)|chỉ tiêu|đầu việc|việc làm trống|nhu cầu tuyển)/u;
/** People at work, whoever found it for them: "lao động có việc làm quý II là 50,5 triệu người". */
const AT_WORK =
  /(?:lao động|người) (?:từ 15 tuổi trở lên )?(?:đang )?(?:có việc làm|làm việc)(?:[^,;.\d]{0,40}) (?:là|ước|đạt|có|khoảng)(?:\s+(?:đạt|tính|trên|hơn|gần|khoảng|là))*\s*$/u;
const STAYS =
  /^\s*(?:người|lao động|công nhân)\s+(?:hiện\s+)?đang làm việc (?:trong|tại|ở) (?!nước ngoài|thị trường|nhật|hàn|đài)/u;
const FOUND = /sau (?:khi )?(?:đào tạo|học|tốt nghiệp|khóa)|giới thiệu|giải quyết|tạo|tư vấn|kết nối|được/u;
/** Those who would or may are not those who did. */
const WISH = /nhu cầu|nguyện vọng|hoàn thành nghĩa vụ|xuất ngũ mỗi|đủ điều kiện|đến tuổi|bước vào/u;
/** "số lao động làm việc trong các doanh nghiệp là": how many there are. */
const STAFF =
  /(?:số|tổng số) (?:lao động|công nhân|người lao động)[^,;.]{0,12} làm việc (?:trong|tại|ở)[^,;.]{0,40} (?:là|có|đạt)(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u;
/** Work found, filled or made; a firm's staff and a province's workers are nobody's new jobs. */
const EMPLOYED =
  /việc|tuyển|thu hút|giới thiệu|bố trí|cung ứng|kết nối|sử dụng lao động|lao động (?:mới|tăng thêm)|giải quyết|phỏng vấn|xuất cảnh|đi làm/u;

/** "8.000 việc làm mới": jobs counted as such; those on offer are no jobs yet. */
const MADE = /^\s*(?:việc làm|chỗ làm mới)(?! trống)(?!\p{L})/u;
const KEPT = quick(
  /(?<!\p{L})duy trì(?: ổn định)? việc làm(?:\s+(?:thường xuyên|ổn định|cho|trên|hơn|gần|khoảng))*\s*$/u,
);
/** "số lao động qua đào tạo là 746/2.631": how many workers have a skill, not whom a class taught. */
const SKILLED =
  /(?:số|tổng số) (?:người )?lao động (?:nông thôn )?(?:đã )?qua đào tạo(?: nghề)?(?:\s+(?:là|có|đạt|hiện nay|toàn (?:xã|huyện|tỉnh)|trên|hơn|gần|khoảng))*\s*:?\s*(?:\d[\d.]*\s*\/\s*)?$/u;
/** "6 triệu đồng/người/khóa học", "30.000 đồng/người/ngày thực học", "2 triệu đồng để hoàn thành khóa học" */
const PER_COURSE =
  /^(?:\s*\/\s*\p{L}+)?\s*\/\s*(?:kh[oó][aá](?: (?:học|đào tạo))?|ngày thực học|lớp học nghề)(?!\p{L})|^\s*để (?:hoàn thành|tham gia|theo học) (?:khóa học|lớp|học nghề|khóa đào tạo)/u;

/** What the words at the number settle. */
export const workNear: readonly Rule[] = [
  {
    indicator: 'emp.jobs',
    topic: null,
    when: (s) => s.unit === 'item' && MADE.test(s.tail) && !OFFERED.test(s.tail),
  },
  { indicator: null, topic: 'employment', when: all(counts, (s) => KEPT.test(s.lead)) },
  { indicator: null, topic: 'vocational_training', when: all(counts, (s) => SKILLED.test(s.before)) },
  { indicator: 'train.cost', topic: 'vocational_training', when: all(money, (s) => PER_COURSE.test(s.tail)) },
  // "mở 2 lớp dạy nghề (đan lục bình, nuôi lươn) có 58 học viên tham dự"
  {
    indicator: 'train.trainees',
    topic: 'vocational_training',
    when: all(counts, (s) => s.earlier[0]?.indicator === 'train.classes' && /^\s*(?:lượt )?học viên/u.test(s.tail)),
  },
  {
    indicator: 'credit.borrowers',
    topic: 'preferential_credit',
    when: all(counts, (s) => LENT.test(s.lead) && /(?:việc làm|lao động)/u.test(s.lead)),
  },
  {
    indicator: null,
    topic: null,
    when: all(counts, of('vocational_training', 'employment', 'labour_export'), own(WISH)),
  },
  {
    indicator: 'train.trainees',
    topic: 'vocational_training',
    when: all(counts, (s) => TAUGHT.test(s.lead) || LEARNS.test(s.tail)),
  },
  {
    indicator: null,
    topic: 'employment',
    when: all(
      money,
      of('vocational_training', 'employment'),
      (s) => EARNED.test(s.lead) || (s.head !== null && EARNED.test(s.before.slice(-48))),
    ),
  },
  {
    indicator: 'emp.overseas',
    topic: 'labour_export',
    when: all(
      counts,
      of('employment', 'healthcare', 'vocational_training', 'emergency_relief', 'preferential_credit', 'other'),
      not(own(/vay|tư vấn|đào tạo|tập huấn|nguyện vọng|nhu cầu|đăng ký/u)),
      (s) =>
        (s.subjects.includes('overseas_worker') && ABROAD.test(s.own)) ||
        (SENT.test(s.lead) && s.earlier[0]?.indicator === 'emp.overseas'),
    ),
  },
  {
    indicator: 'emp.jobs',
    topic: null,
    when: all(
      counts,
      of('preferential_credit'),
      (s) =>
        /(?<!\p{L})thu hút(?:\s+(?:được|thêm|trên|hơn|gần|khoảng))*\s*$/u.test(s.lead) && /^\s*lao động/u.test(s.tail),
    ),
  },
  {
    indicator: 'emp.overseas',
    topic: 'labour_export',
    when: all(counts, of('employment'), (s) => EXPORTED.test(s.lead)),
  },
  // The labour force is a stock, not jobs made.
  {
    indicator: null,
    topic: null,
    when: all(
      counts,
      of('employment', 'vocational_training'),
      (s) =>
        STAFF.test(s.lead) ||
        OFFERED.test(s.tail) ||
        STAYS.test(s.tail) ||
        (AT_WORK.test(s.lead) && !FOUND.test(s.sentence)) ||
        /(?:lực lượng lao động|độ tuổi lao động|nguồn lao động|giấy phép lao động)[^,;.]{0,40}$/u.test(s.lead),
    ),
  },
  {
    indicator: 'emp.jobs',
    topic: 'employment',
    when: all(counts, of('social_insurance', 'labour_safety', 'social_evils', 'gender_equality'), (s) =>
      JOBS.test(s.lead),
    ),
  },
  {
    indicator: 'emp.jobs',
    topic: null,
    when: all(
      counts,
      (s) =>
        JOBS.test(s.lead) ||
        /(?:lao động|người|học viên) (?:đã )?có việc làm[^,;.]{0,40}$/u.test(s.lead) ||
        /^\s*\p{L}*\s*(?:lao động )?(?:có|tìm (?:kiếm )?được|được (?:giải quyết|tạo|bố trí)) việc làm/u.test(s.tail),
    ),
  },
  {
    indicator: 'train.certified_rate',
    topic: 'vocational_training',
    when: all(rate, own(/(?:bằng cấp|chứng chỉ|văn bằng)/u)),
  },
  {
    indicator: 'train.trained_rate',
    topic: 'vocational_training',
    when: all(
      rate,
      (s) => /qua đào tạo/u.test(s.own + s.before) || /lao động[^,;.\d]{0,40} được đào tạo/u.test(s.own),
      not(own(/việc làm|thất nghiệp/u)),
    ),
  },
  {
    indicator: 'emp.rate',
    topic: 'employment',
    when: all(
      rate,
      not(own(/lực lượng lao động|t[ỷỉ] trọng|trong tổng số lao động/u)),
      own(/(?:có|tìm được|được giải quyết) việc làm|việc làm (?:sau|thường xuyên|ổn định)/u),
      not((s) => s.role === 'achievement'),
    ),
  },
  {
    indicator: 'emp.rate',
    topic: 'employment',
    when: all(
      rate,
      (s) =>
        s.role === 'actual' && s.earlier[0]?.indicator === 'emp.jobs' && /t[ỷỉ] lệ\s*(?:là|đạt)?\s*$/u.test(s.lead),
      (s) => /có việc làm/u.test(s.before.slice(-80)) && !/\p{L}/u.test(s.tail),
    ),
  },
  {
    indicator: 'emp.counselled',
    topic: null,
    when: all(counts, said(/tư vấn/u), of('employment', 'labour_export', 'vocational_training')),
  },
];

/** Training, jobs, work abroad. */
export const workRules: readonly Rule[] = [
  {
    indicator: 'budget.total',
    topic: null,
    when: all(of('labour_export'), money, (s) =>
      /tổng (?:kinh phí|nguồn vốn|số vốn)|kinh phí (?:dự kiến )?thực hiện/u.test(s.lead),
    ),
  },
  {
    indicator: 'train.classes',
    topic: 'vocational_training',
    when: all(
      of('vocational_training'),
      (s) => (s.unit === 'class' || s.unit === 'course') && !/^\s*(?:nhóm\s+)?(?:nghề|ngành)/u.test(s.tail),
    ),
  },
  { indicator: 'train.trainees', topic: 'vocational_training', when: all(of('vocational_training'), counts) },
  { indicator: 'train.cost', topic: 'vocational_training', when: all(of('vocational_training'), money) },
  { indicator: 'emp.overseas', topic: 'labour_export', when: all(of('labour_export'), counts) },
  {
    indicator: 'emp.overseas',
    topic: 'labour_export',
    when: all(of('labour_export'), rate, (s) => s.role === 'achievement' || s.role === 'change'),
  },
  {
    indicator: 'emp.counselled',
    topic: 'employment',
    when: all(of('employment'), counts, said(/tư vấn|phiên giao dịch|ngày hội việc làm/u)),
  },
  {
    indicator: 'emp.jobs',
    topic: 'employment',
    when: all(
      of('employment'),
      stated(EMPLOYED),
      (s) => counts(s) || s.unit === 'dossier' || (rate(s) && s.role === 'achievement'),
    ),
  },
];
