"""What the rule refuses and what it lets pass; each case is one migration after V1 of a service."""
import contextlib
import hashlib
import io
import pathlib
import tempfile
import unittest

import expand_contract

REFUSED = {
    "drops a table": "drop table orders;",
    "drops a view": "drop view if exists order_view;",
    "drops a column": "alter table orders drop column note;",
    "drops a column without the word": "alter table orders drop note;",
    "drops among additions": "alter table orders add column a text, drop column note, add column b text;",
    "renames a column": "alter table orders rename column note to remark;",
    "renames a table": "ALTER TABLE orders\n  RENAME TO purchase;",
    "not null without default": "alter table orders add column total bigint not null;",
    "not null in the second clause": "alter table orders add a text, add column total numeric(10, 2) not null;",
    "null forbidden later": "alter table orders alter column note set not null;",
    "another type": "alter table orders alter column total type integer;",
    "a default dropped": "alter table orders alter total drop default;",
    "a check added": "alter table orders add constraint positive check (total > 0);",
    "a foreign key added": "alter table orders add foreign key (user_id) references users;",
    "a constraint dropped": "alter table orders drop constraint orders_pkey;",
    "a unique index": "create unique index one_each on orders (user_id);",
    "truncated": "truncate orders;",
    "an enum's value renamed": "alter type state rename value 'A' to 'B';",
    "hidden behind a comment": "/* harmless */ drop /* really */ table orders;",
    "a contract of nothing": "-- contract of V9: nothing reads it any more\ndrop table orders;",
    "a contract of itself": "-- contract of V2: nothing reads it any more\ndrop table orders;",
    "a contract without a reason": "-- contract of V1:\ndrop table orders;",
    "a widening that is none": "-- widens: it is surely allowed\ndrop table orders;",
    "a mark above another statement": "-- contract of V1: nothing reads it any more\nselect 1;\ndrop table orders;",
}
PASSED = {
    "a new table": "create table line (id uuid primary key, amount bigint not null);",
    "a column that may be null": "alter table orders add column note text;",
    "not null with a default": "alter table orders add column total bigint not null default 0;",
    "an identity": "alter table orders add column number bigint generated always as identity;",
    "an index": "create index orders_by_user on orders (user_id);",
    "an index dropped": "drop index orders_by_user;",
    "null allowed": "alter table orders alter column note drop not null;",
    "a new table altered": "create table line (id uuid);\nalter table line add primary key (id);",
    "a new table's unique index": "create table line (id uuid);\ncreate unique index one on line (id);",
    "words in quotes": "insert into word (text) values ('drop table orders; truncate');",
    "words in a function": "create function f() returns void as $$ begin drop table x; end $$ language plpgsql;",
    "words in a comment": "-- drop table orders;\nselect 1;",
    "a contract": "-- contract of V1: no version reads it since then\nalter table orders drop column note;",
    "a widening": "-- widens: everything that was allowed still is\nalter table orders drop constraint a, add constraint a check (true);",
}


class ExpandContractTest(unittest.TestCase):
    def judged(self, files, before=""):
        with tempfile.TemporaryDirectory() as root:
            folder = pathlib.Path(root, "order/src/main/resources/db/migration")
            folder.mkdir(parents=True)
            for name, script in files.items():
                (folder / name).write_text(script)
            listed = pathlib.Path(root, "before.txt")
            listed.write_text(before)
            with contextlib.redirect_stdout(io.StringIO()) as told:
                passed = expand_contract.judge(pathlib.Path(root), listed)
            return passed, told.getvalue()

    def test_refuses_what_the_version_before_could_not_live_with(self):
        for what, script in REFUSED.items():
            with self.subTest(what):
                passed, told = self.judged({"V1__orders.sql": "create table orders (id uuid);", "V2__change.sql": script})
                self.assertFalse(passed)
                self.assertIn("V2__change.sql:", told)

    def test_lets_pass_what_only_adds_and_what_is_marked(self):
        for what, script in PASSED.items():
            with self.subTest(what):
                passed, told = self.judged({"V1__orders.sql": "create table orders (id uuid);", "V2__change.sql": script})
                self.assertTrue(passed, told)

    def test_names_the_line(self):
        _, told = self.judged({"V1__a.sql": "-- first\ncreate table a (id uuid);\n\n-- then\n\ndrop table b;\n"})
        self.assertIn("V1__a.sql:6 ", told)

    def test_refuses_a_file_with_another_name(self):
        self.assertFalse(self.judged({"change.sql": "select 1;"})[0])

    def test_refuses_to_have_looked_at_nothing(self):
        self.assertFalse(self.judged({})[0])

    def test_leaves_what_is_older_than_the_rule_but_not_when_it_changes_or_goes(self):
        script, name = "drop table a;", "order/src/main/resources/db/migration/V1__a.sql"
        listed = f"{hashlib.sha256(script.encode()).hexdigest()} {name}\n"
        self.assertTrue(self.judged({"V1__a.sql": script}, listed)[0])
        self.assertIn("is changed", self.judged({"V1__a.sql": script + "\n"}, listed)[1])
        self.assertIn("is not there", self.judged({"V2__b.sql": "select 1;"}, listed)[1])


if __name__ == "__main__":
    unittest.main()
