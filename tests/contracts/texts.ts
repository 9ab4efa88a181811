/** Sentences of real reports, enough for the service to have something to read, search and correct. */
export const TAY_SON = `ỦY BAN NHÂN DÂN HUYỆN TÂY SƠN
BÁO CÁO
Kết quả thực hiện công tác giảm nghèo 6 tháng đầu năm 2023

I. KẾT QUẢ THỰC HIỆN
Đến cuối năm 2022, toàn huyện có 1.855 hộ nghèo với 4.839 nhân khẩu, chiếm tỷ lệ 4,82%; hộ cận nghèo 2.040 hộ, chiếm tỷ lệ 5,3%.
Trong 6 tháng đầu năm 2023, đã giải quyết cho 174 hộ nghèo vay với số tiền 4.627 triệu đồng.
II. PHƯƠNG HƯỚNG
Phấn đấu đến cuối năm 2023 giảm 1,46% hộ nghèo.
`;

/** A different document with the same form: a district of its own each time. */
export const otherReport = (number: number): string => `BÁO CÁO
Kết quả công tác bảo trợ xã hội năm 2022 xã số ${number}
Năm 2022, xã đã trợ cấp thường xuyên cho ${100 + number} đối tượng với kinh phí ${number + 1} triệu đồng.
`;

/** The first bytes of a WebP picture: a type that is not read. */
export const PICTURE = Buffer.from('524946462400000057454250565038201800000030010009d012a0100010', 'hex');
