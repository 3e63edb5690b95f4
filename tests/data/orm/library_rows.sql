INSERT INTO app_publisher(id, name, country) VALUES
 (1, 'Analytical Press', 'UK'), (2, 'Compiler House', 'US'), (3, 'Empty Shelf', NULL);
INSERT INTO app_author(id, name, age, is_active, joined, mentor_id) VALUES
 (1, 'Ada Lovelace', 36, 1, '2024-01-15 10:30:00', NULL),
 (2, 'Grace Hopper', 85, 1, '2024-02-01 00:00:00', 1),
 (3, 'Alan Turing', 41, 0, '2024-02-20 08:00:00', 1),
 (4, 'adam_smith 100%', NULL, 1, '2025-01-01 12:00:00', 2),
 (5, 'Edsger Dijkstra', 72, 0, '2025-06-30 23:59:59', NULL),
 (6, 'No Books', 30, 1, '2025-07-01 00:00:00', 3);
INSERT INTO app_profile(id, author_id, bio, followers) VALUES
 (1, 1, 'First programmer', 5000000000), (2, 2, 'Invented the compiler', 1200),
 (3, 3, 'It''s a machine \o/', 900), (4, 5, '', 0);
INSERT INTO app_tag(id, label) VALUES
 (1, 'math'), (2, 'history'), (3, 'computing'), (4, 'unused'), (5, '50%_off');
INSERT INTO app_book(id, title, author_id, publisher_id, pages, price, rating) VALUES
 (1, 'Notes on the Engine', 1, 1, 120, 12.50, 4.5),
 (2, 'Compilers', 2, 2, 300, 30.00, 4.0),
 (3, 'COBOL for All', 2, 2, 250, 25.25, NULL),
 (4, 'Computable Numbers', 3, 1, 80, 9.99, 5.0),
 (5, 'Wealth', 4, NULL, 900, 45.00, 3.5),
 (6, 'Structured Programming', 5, 2, 220, 20.10, 4.8),
 (7, 'Go To Considered', 5, NULL, 5, 0.00, NULL),
 (8, 'notes again', 1, NULL, 60, 7.00, 2.5);
INSERT INTO app_book_tags(id, book_id, tag_id) VALUES
 (1, 1, 1), (2, 1, 3), (3, 2, 3), (4, 3, 3), (5, 3, 2), (6, 4, 1), (7, 4, 3), (8, 5, 2), (9, 6, 3), (10, 8, 5);
INSERT INTO app_review(id, book_id, reviewer_id, stars, text) VALUES
 (1, 1, 2, 5, 'brilliant'), (2, 1, 3, 4, ''), (3, 2, 1, 5, 'Clear'), (4, 4, 1, 3, 'dense'),
 (5, 5, NULL, 2, 'long'), (6, 5, 2, 4, 'long but good'), (7, 6, 3, 5, 'a classic'), (8, 8, 6, 1, 'short');
