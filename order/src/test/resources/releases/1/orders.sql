-- Orders in every state as the first release wrote them (its deadlines put far off). Never edited: the next release
-- that changes what is stored adds a folder of its own, written by the release before it.
-- AwaitingStock
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-c038-7bc1-b660-10e9ae21977d', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 1, 'AWAITING_STOCK', null, 'stock', 58000, 'KRW', '2026-11-21 13:48:39.3523+00', '2099-01-01 00:00:00+00', '00-7844dca70f6571f112f9d48644476734-58b6b6d77f2906d1-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-c038-7bc1-b660-10e9ae21977d', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c038-7bc1-b660-10e9ae21977d', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-c038-7bc1-b660-10e9ae21977d"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:39.352300Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:39.3523+00');
-- AwaitingPayment
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-c37f-7907-b2ae-12a70e0065c9', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 2, 'AWAITING_PAYMENT', null, 'payment', 58000, 'KRW', '2026-11-21 13:48:40.191548+00', '2099-01-01 00:00:00+00', '00-2e0e2c5a2667ce3b2ec4bdba773d174f-bff15e950d5884c9-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-c37f-7907-b2ae-12a70e0065c9', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c37f-7907-b2ae-12a70e0065c9', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-c37f-7907-b2ae-12a70e0065c9"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:40.191548Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:40.191548+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c37f-7907-b2ae-12a70e0065c9', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:40.388089+00');
-- AwaitingPaymentFate
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-c5db-7222-aba1-9e314eb987aa', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 3, 'AWAITING_PAYMENT_FATE', 'CANCELLED_BY_SHOPPER', 'payment', 58000, 'KRW', '2026-11-21 13:48:40.795114+00', null, '00-8903cffcd98cc499257d917e67028564-c5baa859a21b6c57-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-c5db-7222-aba1-9e314eb987aa', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c5db-7222-aba1-9e314eb987aa', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-c5db-7222-aba1-9e314eb987aa"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:40.795114Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:40.795114+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c5db-7222-aba1-9e314eb987aa', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:40.955702+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c5db-7222-aba1-9e314eb987aa', 3, 'cancellation.requested.v1', '{"reason": "CANCELLED_BY_SHOPPER"}', '2026-11-21 13:48:41.105998+00');
-- AwaitingPaymentFate
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-c883-73dd-b864-268493051482', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 3, 'AWAITING_PAYMENT_FATE', 'DEADLINE_PASSED', 'payment', 58000, 'KRW', '2026-11-21 13:48:41.475222+00', null, '00-12ad2a0a42470f0a00e25c5d926f36f9-57726d1098268b59-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-c883-73dd-b864-268493051482', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c883-73dd-b864-268493051482', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-c883-73dd-b864-268493051482"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:41.475222Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:41.475222+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c883-73dd-b864-268493051482', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:41.616395+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-c883-73dd-b864-268493051482', 3, 'deadline.passed.v1', '{}', '2026-11-21 13:48:42.000815+00');
-- Confirmed
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-cbfc-72b3-a230-9d5200e8fe9a', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 3, 'DELIVERY_READY', null, null, 58000, 'KRW', '2026-11-21 13:48:42.364152+00', null, '00-7e277ea950d2172b523ffc0e46530f42-64003fb0e8dcf0f4-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-cbfc-72b3-a230-9d5200e8fe9a', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-cbfc-72b3-a230-9d5200e8fe9a', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-cbfc-72b3-a230-9d5200e8fe9a"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:42.364152Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:42.364152+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-cbfc-72b3-a230-9d5200e8fe9a', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:42.4271+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-cbfc-72b3-a230-9d5200e8fe9a', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:42.58015+00');
-- Releasing
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-ce60-7087-94e5-327f7bb71243', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 3, 'RELEASING', 'PAYMENT_DECLINED', 'stock', 58000, 'KRW', '2026-11-21 13:48:42.976012+00', null, '00-c6bd7a7cf2fe421d5712b707e4431d75-dfac6f6396dbc00b-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-ce60-7087-94e5-327f7bb71243', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-ce60-7087-94e5-327f7bb71243', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-ce60-7087-94e5-327f7bb71243"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:42.976012Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:42.976012+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-ce60-7087-94e5-327f7bb71243', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:43.042165+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-ce60-7087-94e5-327f7bb71243', 3, 'payment.declined.v1', '{"reason": "because"}', '2026-11-21 13:48:43.192329+00');
-- Releasing
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-d091-74db-9b8b-79fcc7cca54b', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 2, 'RELEASING', 'CANCELLED_BY_OPERATOR', 'stock', 58000, 'KRW', '2026-11-21 13:48:43.537289+00', null, '00-b627c6b87eab5820c285e816e14a84c8-e1646c57382ad2eb-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-d091-74db-9b8b-79fcc7cca54b', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d091-74db-9b8b-79fcc7cca54b', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-d091-74db-9b8b-79fcc7cca54b"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:43.537289Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:43.537289+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d091-74db-9b8b-79fcc7cca54b', 2, 'cancellation.requested.v1', '{"reason": "CANCELLED_BY_OPERATOR"}', '2026-11-21 13:48:43.577344+00');
-- Unwinding
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-d218-7910-908a-9d225fec1330', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 4, 'UNWINDING', 'CANCELLED_BY_SHOPPER', 'refund', 58000, 'KRW', '2026-11-21 13:48:43.928547+00', null, '00-5d9cc49d7a481d3f575c02beaa3356d3-5d036f2f9537474f-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-d218-7910-908a-9d225fec1330', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d218-7910-908a-9d225fec1330', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-d218-7910-908a-9d225fec1330"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:43.928547Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:43.928547+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d218-7910-908a-9d225fec1330', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:44.084153+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d218-7910-908a-9d225fec1330', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:44.303254+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d218-7910-908a-9d225fec1330', 4, 'cancellation.requested.v1', '{"reason": "CANCELLED_BY_SHOPPER"}', '2026-11-21 13:48:44.425711+00');
-- Unwinding
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-d55c-7ede-9227-dada5a6b18ca', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 5, 'UNWINDING', 'CANCELLED_BY_SHOPPER', 'refund', 58000, 'KRW', '2026-11-21 13:48:44.764914+00', null, '00-dae91b2fb21ad56bb232b1603a97ab84-710b5f6c5bd07857-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-d55c-7ede-9227-dada5a6b18ca', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d55c-7ede-9227-dada5a6b18ca', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-d55c-7ede-9227-dada5a6b18ca"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:44.764914Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:44.764914+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d55c-7ede-9227-dada5a6b18ca', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:44.805884+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d55c-7ede-9227-dada5a6b18ca', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:44.916942+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d55c-7ede-9227-dada5a6b18ca', 4, 'cancellation.requested.v1', '{"reason": "CANCELLED_BY_SHOPPER"}', '2026-11-21 13:48:45.036332+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d55c-7ede-9227-dada5a6b18ca', 5, 'payment.refunded.v1', '{}', '2026-11-21 13:48:45.065231+00');
-- Unwinding
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-d859-7fcc-a532-0fe6ddabb738', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 5, 'UNWINDING', 'CANCELLED_BY_SHOPPER', 'refund', 58000, 'KRW', '2026-11-21 13:48:45.529968+00', null, '00-337c469f6e9026026fa183ff2fc71f18-f02a0f469abca79e-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-d859-7fcc-a532-0fe6ddabb738', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d859-7fcc-a532-0fe6ddabb738', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-d859-7fcc-a532-0fe6ddabb738"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:45.529968Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:45.529968+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d859-7fcc-a532-0fe6ddabb738', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:45.578468+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d859-7fcc-a532-0fe6ddabb738', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:45.697186+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d859-7fcc-a532-0fe6ddabb738', 4, 'cancellation.requested.v1', '{"reason": "CANCELLED_BY_SHOPPER"}', '2026-11-21 13:48:45.81858+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-d859-7fcc-a532-0fe6ddabb738', 5, 'stock.released.v1', '{}', '2026-11-21 13:48:45.841153+00');
-- RefundByHand
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-db58-7dda-bc89-fe0732ee56e5', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 5, 'REFUND_BY_HAND', 'CANCELLED_BY_SHOPPER', 'operator', 58000, 'KRW', '2026-11-21 13:48:46.296848+00', null, '00-359090c289784042be70cee0b3fbd385-ebee48e61aa74823-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-db58-7dda-bc89-fe0732ee56e5', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-db58-7dda-bc89-fe0732ee56e5', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-db58-7dda-bc89-fe0732ee56e5"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:46.296848Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:46.296848+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-db58-7dda-bc89-fe0732ee56e5', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:46.463286+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-db58-7dda-bc89-fe0732ee56e5', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:46.589589+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-db58-7dda-bc89-fe0732ee56e5', 4, 'cancellation.requested.v1', '{"reason": "CANCELLED_BY_SHOPPER"}', '2026-11-21 13:48:46.629736+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-db58-7dda-bc89-fe0732ee56e5', 5, 'payment.refund_failed.v1', '{"reason": "because"}', '2026-11-21 13:48:46.653999+00');
-- RefundByHand
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-de91-7305-81c8-36daeaa4ca54', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 6, 'REFUND_BY_HAND', 'CANCELLED_BY_SHOPPER', 'operator', 58000, 'KRW', '2026-11-21 13:48:47.121164+00', null, '00-80b89b1fa3eecb681f286f0c86c04b97-9eccae3a153639a2-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-de91-7305-81c8-36daeaa4ca54', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-de91-7305-81c8-36daeaa4ca54', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-de91-7305-81c8-36daeaa4ca54"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:47.121164Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:47.121164+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-de91-7305-81c8-36daeaa4ca54', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:47.171102+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-de91-7305-81c8-36daeaa4ca54', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:47.286901+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-de91-7305-81c8-36daeaa4ca54', 4, 'cancellation.requested.v1', '{"reason": "CANCELLED_BY_SHOPPER"}', '2026-11-21 13:48:47.405047+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-de91-7305-81c8-36daeaa4ca54', 5, 'stock.released.v1', '{}', '2026-11-21 13:48:47.441812+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-de91-7305-81c8-36daeaa4ca54', 6, 'payment.refund_failed.v1', '{"reason": "because"}', '2026-11-21 13:48:47.583646+00');
-- Cancelled
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-e22d-7e30-b3f9-ef35a181489f', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 2, 'CANCELLED', 'OUT_OF_STOCK', null, 58000, 'KRW', '2026-11-21 13:48:48.045868+00', null, '00-25a147339a55c40e882fbe70fc13d99e-dad9cbf3ede845b2-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-e22d-7e30-b3f9-ef35a181489f', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e22d-7e30-b3f9-ef35a181489f', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-e22d-7e30-b3f9-ef35a181489f"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:48.045868Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:48.045868+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e22d-7e30-b3f9-ef35a181489f', 2, 'stock.rejected.v1', '{"reason": "because"}', '2026-11-21 13:48:48.106803+00');
-- Cancelled
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-e40e-7e46-96fb-8692e6435f36', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 6, 'CANCELLED', 'CANCELLED_BY_SHOPPER', null, 58000, 'KRW', '2026-11-21 13:48:48.526873+00', null, '00-39cb94e06dfd5d6411e8cb42727c5077-f3343b1cb8f3e464-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-e40e-7e46-96fb-8692e6435f36', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e40e-7e46-96fb-8692e6435f36', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-e40e-7e46-96fb-8692e6435f36"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:48.526873Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:48.526873+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e40e-7e46-96fb-8692e6435f36', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:48.57607+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e40e-7e46-96fb-8692e6435f36', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:48.790547+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e40e-7e46-96fb-8692e6435f36', 4, 'cancellation.requested.v1', '{"reason": "CANCELLED_BY_SHOPPER"}', '2026-11-21 13:48:48.829722+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e40e-7e46-96fb-8692e6435f36', 5, 'stock.released.v1', '{}', '2026-11-21 13:48:48.85214+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e40e-7e46-96fb-8692e6435f36', 6, 'payment.refunded.v1', '{}', '2026-11-21 13:48:48.999342+00');
-- Shipped
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-e73c-7b71-aeb1-89dbb15fbdd5', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 4, 'SHIPPED', null, null, 58000, 'KRW', '2026-11-21 13:48:49.340694+00', null, '00-31de1e8b16a2e6fc594682504896ae76-efa85e26e068d080-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-e73c-7b71-aeb1-89dbb15fbdd5', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e73c-7b71-aeb1-89dbb15fbdd5', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-e73c-7b71-aeb1-89dbb15fbdd5"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:49.340694Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:49.340694+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e73c-7b71-aeb1-89dbb15fbdd5', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:49.387588+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e73c-7b71-aeb1-89dbb15fbdd5', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:49.501604+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e73c-7b71-aeb1-89dbb15fbdd5', 4, 'order.shipped.v1', '{}', '2026-11-21 13:48:49.616755+00');
-- Delivered
insert into orders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at, deadline_at, traceparent)
values ('01a1fe5d-e99d-77b6-8f28-c56a3e49d0f5', 'cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b', 5, 'DELIVERED', null, null, 58000, 'KRW', '2026-11-21 13:48:49.949461+00', null, '00-fdfafdf7c691a241d3f74200745c7494-2dc7275cfd2b17ad-01');
insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
values ('01a1fe5d-e99d-77b6-8f28-c56a3e49d0f5', 1, 'MUG-CELADON-01', 2, 29000, '청자 머그', 'Celadon mug', 'https://img.example/mug.webp');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e99d-77b6-8f28-c56a3e49d0f5', 1, 'order.placed.v1', '{"order": {"id": {"value": "01a1fe5d-e99d-77b6-8f28-c56a3e49d0f5"}, "lines": [{"sku": "MUG-CELADON-01", "name": {"en": "Celadon mug", "ko": "청자 머그"}, "picture": "https://img.example/mug.webp", "quantity": 2, "unitPrice": {"amount": 29000, "currency": "KRW"}}], "userId": "cd8e2e31-7ef1-4aa4-8c1b-72c1ec9e421b", "deadline": "2099-01-01T00:00:00Z", "placedAt": "2026-11-21T13:48:49.949461Z", "addressId": null, "paymentMethod": "tok_visa"}}', '2026-11-21 13:48:49.949461+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e99d-77b6-8f28-c56a3e49d0f5', 2, 'stock.reserved.v1', '{}', '2026-11-21 13:48:49.994552+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e99d-77b6-8f28-c56a3e49d0f5', 3, 'payment.completed.v1', '{}', '2026-11-21 13:48:50.025369+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e99d-77b6-8f28-c56a3e49d0f5', 4, 'order.shipped.v1', '{}', '2026-11-21 13:48:50.247516+00');
insert into order_event (order_id, version, type, body, occurred_at)
values ('01a1fe5d-e99d-77b6-8f28-c56a3e49d0f5', 5, 'order.delivered.v1', '{}', '2026-11-21 13:48:50.291282+00');
