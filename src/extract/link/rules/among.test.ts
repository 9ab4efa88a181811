import { table } from './table.ts';

table(
  'among',
  [
    'Đầu năm, thành phố còn [w=58.000|household] hộ nghèo, cận nghèo, trong đó hộ nghèo là [21.800|household>w] hộ.',
    'có [w=517|facility] trung tâm, cơ sở dạy nghề, trong đó [337|facility>w] cơ sở có chức năng dạy nghề và [180|school>w] trường trung cấp nghề.',
    'tổng kinh phí [w=12,5 tỷ đồng|VND], trong đó ngân sách nhà nước [8 tỷ đồng|VND>w], nhân dân đóng góp [4,5 tỷ đồng|VND>w].',
    'đào tạo [c=08|class] lớp có [p=230|person] học viên với kinh phí [m=568,1 triệu đồng|VND] (trong đó: có [06|class>c] lớp phi nông nghiệp có [180|person>p] học viên với kinh phí [455,5 triệu đồng|VND>m]; [02|class>c] lớp nông nghiệp có [50|person>p] học viên với kinh phí [112,6 triệu đồng|VND>m]).',
    'Tổng dư nợ là [w=98.623 triệu đồng|VND], trong đó: hộ nghèo: [1.460 triệu đồng|VND>w]; hộ cận nghèo: [42.891 triệu đồng|VND>w], học sinh: [6.420 triệu đồng|VND>w]. Chương trình cho vay nước sạch: [19.812 triệu đồng|VND>w]. Giải quyết việc làm [28.040 triệu đồng|VND>w] và các nguồn khác.',
    'nâng tỷ lệ lao động qua đào tạo lên [w=59,1%|percent] năm 2022, trong đó có bằng cấp, chứng chỉ là [32,73%|percent>w].',
    'Có [w=1.200|person] người đi làm việc ở nước ngoài, trong đó hơn [50%|percent>w] là lao động nữ.',
    'Toàn xã có [w=1.000|household] hộ nghèo, trong đó có [d=500|household>w] hộ dân tộc thiểu số, trong đó [200|household>d] hộ do phụ nữ làm chủ.',
    'Giải quyết việc làm cho [w=2.450|person] lao động. Trong đó, xuất khẩu lao động [320|person>w] người.',
    'giải quyết chính sách cho hơn [w=28 vạn|person] người (đạt [68%|percent] tổng số), trong đó có hơn [13 vạn|person>w] người hưởng chế độ một lần, [4.900|household>w] gia đình liệt sĩ, [33.800|person>w] thương binh.',
    'Cấp [w=17.521|card] thẻ bảo hiểm y tế; trong số đó người nghèo [6.120|card>w] thẻ, người cận nghèo [4.300|card>w] thẻ.',
    'Tổng số [w=1.000|person] người, trong đó: xã A [a=500|person>w] người, trong đó nữ [200|person>a] người; xã B [b=450|person>w] người, trong đó nữ [100|person>b] người.',
    'Tỷ lệ hộ nghèo là [11%|percent] (tương đương [w=720|household] hộ). Trong đó, hộ dân tộc thiểu số [690|household>w] hộ.',
    'Có [w=910|household|subjects=poor_household] hộ nghèo và [1.620|household|subjects=near_poor_household] hộ cận nghèo; trong đó, hộ nghèo dân tộc thiểu số [640|household>w|subjects=ethnic_minority,poor_household] hộ.',
    'Tổng số người tham gia là [w=1.114.000|person] người. Trong đó: bắt buộc [87.800|person>w] người, đạt [98%|percent|role=achievement] kế hoạch, tăng [2,7%|percent|role=change]; tự nguyện [6.500|person>w] người.',
    'Mỗi năm có [w=1.200|person|per=year] quân nhân xuất ngũ. Trong đó, [700|person>w] người học nghề.',
    'Quỹ chi [w=7.500 tỷ đồng|VND], trong đó trợ cấp thất nghiệp chiếm [92%|percent>w].',
    'Đã làm nhà cho [w=1.610|household] hộ nghèo. Trong đó có [95|house>w] nhà đang xây, [1.515|house>w] nhà đã xong.',
    'Hỗ trợ [w=1,9 triệu|person_turn] lượt lao động, trong đó [312.000|person>w] lao động tự do.',
  ],
  [
    'Trao [163|scholarship] suất cho bậc THCS, [114|scholarship] suất cho bậc THPT và [21|scholarship] suất cho học sinh khuyết tật. Trong đó, có [15|scholarship] suất khuyến tài.',
    'giai đoạn 2020-2022, trong đó đã hỗ trợ được [02|model] mô hình bò giống tại [04|commune] xã.',
    'Tặng quà cho [350|household] hộ, trong đó trị giá mỗi suất [500.000 đồng|VND|per=gift].',
    'Toàn huyện có [350|household] hộ nghèo, trong đó giảm [40|household|role=change] hộ so với năm trước.',
    'Có [350|person] người, trong đó tổng kinh phí là [40 triệu đồng|VND].',
    'Có [35|person] người dự, trong đó đã tuyên truyền [400|person] lượt.',
  ],
);
