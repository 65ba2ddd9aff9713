-- Accounts opened at the province before the single sign-on, and what it keeps of people.
merge into account a
using (values
  (uuid '0197a000-0000-7000-8000-000000000001', 'CITIZEN', '022088005678', null,
   'Trần Văn Hùng', '0912000002', 'Phường Hồng Hà, thành phố Hạ Long', timestamp with time zone '2017-04-12 09:20:00+07:00'),
  (uuid '0197a000-0000-7000-8000-000000000002', 'CITIZEN', '022165000271', null,
   'Phạm Thị Lan', '0904112233', 'Phường Bãi Cháy, thành phố Hạ Long', timestamp with time zone '2018-10-03 14:05:00+07:00'),
  (uuid '0197a000-0000-7000-8000-000000000003', 'ENTERPRISE', null, '5700123454',
   'Công ty TNHH Sao Vàng', '0912000010', 'Số 12 đường Trần Hưng Đạo, thành phố Hạ Long', timestamp with time zone '2016-08-22 08:45:00+07:00')
) as old (id, kind, citizen_number, tax_code, name, phone, address, opened_at)
on a.id = old.id
when not matched then
  insert (id, kind, citizen_number, tax_code, name, phone, address, opened_at)
  values (old.id, old.kind, old.citizen_number, old.tax_code, old.name, old.phone, old.address, old.opened_at);

merge into paper p
using (values
  ('CS 04417/2015', '022088005678', 'land', 'Giấy chứng nhận quyền sử dụng đất, thửa 118, tờ bản đồ 24, phường Hồng Hà, 96,5 m²',
   'Văn phòng đăng ký đất đai tỉnh Quảng Ninh', date '2015-06-18'),
  ('GPXD 0312/2016', '022088005678', 'building', 'Giấy phép xây dựng nhà ở riêng lẻ, 3 tầng, phường Hồng Hà',
   'Ủy ban nhân dân thành phố Hạ Long', date '2016-03-02'),
  ('CS 11982/2019', '022190001234', 'land', 'Giấy chứng nhận quyền sở hữu căn hộ chung cư, tầng 9, phường Bãi Cháy, 68,2 m²',
   'Văn phòng đăng ký đất đai tỉnh Quảng Ninh', date '2019-11-05'),
  ('CT 00871/2017', '5700123454', 'land', 'Giấy chứng nhận quyền sử dụng đất thuê trả tiền hằng năm, khu công nghiệp Cái Lân, 4.200 m²',
   'Văn phòng đăng ký đất đai tỉnh Quảng Ninh', date '2017-09-14'),
  ('GPMT 45/2018', '5700123454', 'environment', 'Giấy xác nhận đăng ký kế hoạch bảo vệ môi trường',
   'Sở Tài nguyên và Môi trường tỉnh Quảng Ninh', date '2018-01-30')
) as kept (number, holder, kind, title, keeper, issued_on)
on p.number = kept.number
when not matched then
  insert (number, holder, kind, title, keeper, issued_on)
  values (kept.number, kept.holder, kept.kind, kept.title, kept.keeper, kept.issued_on);
