-- Accounts opened at the province before the single sign-on, and what it keeps of people.
merge into account a
using (values
  (uuid '0197b000-0000-7000-8000-000000000001', 'CITIZEN', '022088005678', null,
   'Trần Văn Hùng', '0912000002', 'Phường Thuận Hòa, thành phố Huế', timestamp with time zone '2019-02-25 10:10:00+07:00'),
  (uuid '0197b000-0000-7000-8000-000000000002', 'CITIZEN', '046158000912', null,
   'Tôn Nữ Diệu Hương', '0905667788', 'Phường Vỹ Dạ, thành phố Huế', timestamp with time zone '2018-05-16 15:30:00+07:00')
) as old (id, kind, citizen_number, tax_code, name, phone, address, opened_at)
on a.id = old.id
when not matched then
  insert (id, kind, citizen_number, tax_code, name, phone, address, opened_at)
  values (old.id, old.kind, old.citizen_number, old.tax_code, old.name, old.phone, old.address, old.opened_at);

merge into paper p
using (values
  ('CH 02290/2014', '022088005678', 'land', 'Giấy chứng nhận quyền sử dụng đất, thửa 52, tờ bản đồ 9, phường Thuận Hòa, 120 m²',
   'Văn phòng đăng ký đất đai tỉnh Thừa Thiên Huế', date '2014-12-09'),
  ('CH 03105/2016', '046158000912', 'land', 'Giấy chứng nhận quyền sử dụng đất, thửa 77, tờ bản đồ 15, phường Vỹ Dạ, 210 m²',
   'Văn phòng đăng ký đất đai tỉnh Thừa Thiên Huế', date '2016-07-21')
) as kept (number, holder, kind, title, keeper, issued_on)
on p.number = kept.number
when not matched then
  insert (number, holder, kind, title, keeper, issued_on)
  values (kept.number, kept.holder, kept.kind, kept.title, kept.keeper, kept.issued_on);
