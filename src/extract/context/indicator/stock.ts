import { quick } from '../../text/quick.ts';

/** What there is of a group, not whom an office served: "toàn huyện hiện có 5.142 gia đình liệt sĩ, 3.670 thương binh". */
export const STOCK = quick(
  /(?<!\p{L})(?:(?:toàn|cả)\s+(?:tỉnh|huyện|xã|phường|thị xã|thị trấn|thành phố|tp|quận|nước|vùng|địa bàn|hội)|trên địa bàn(?:\s+\p{L}+){0,4}|(?:tỉnh|huyện|xã|địa phương)(?=\s+(?:hiện|đang|vẫn))|(?:tỉnh|huyện|xã|thị xã|thành phố)(?:\s+(?!(?:mới|đã|sẽ|chỉ|cần)(?!\p{L}))\p{L}+){1,4}?|hiện(?: nay| tại)?,?|vẫn|qua rà soát)\s+(?:(?:hiện|đang|vẫn|nay)\s+)*(?:có|còn)(?:\s+(?:sống|tổng số|tổng cộng|trên|hơn|gần|khoảng))*(?:\s+\d|\s*$)/u,
);
