package com.allinone.catalog.storage;

import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.SearchWord;
import com.allinone.messaging.sql.Sql;
import com.allinone.messaging.sql.Transaction;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The search for products that have every word. First as typed: a word of the text, the beginning of one, or a part of
 * a name (머그 in 청자머그컵). Only when that finds nothing, also names that are nearly it (celdon for celadon): so a
 * right spelling is never mixed with what merely looks like it.
 *
 * <p>Every condition is answered by one of the three GIN indexes. The text is assembled from constants; what was typed
 * is bound.
 */
final class Search {

    /** How much of a word's trigrams a name must share, from 0 to 1, to be nearly it. */
    private static final String NEARLY = "0.5";

    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_UNSWITCHED = 4;
    private static final int SHORTEST_MISSPELLED = 4;

    private Search() {}

    static List<Product> run(Transaction transaction, List<SearchWord> words, int limit) {
        List<Product> asTyped = found(transaction, words, limit, Search::asTyped);
        return asTyped.isEmpty() ? nearly(transaction, words, limit) : asTyped;
    }

    private static List<Product> nearly(Transaction transaction, List<SearchWord> words, int limit) {
        transaction
                .sql("select set_config('pg_trgm.word_similarity_threshold', ?, true) as threshold")
                .bind(NEARLY)
                .first(row -> row.text("threshold"));
        return found(transaction, words, limit, Search::nearly);
    }

    /** PostgreSQL's plan of the search for what is nearly it, which has every condition of the other one too. */
    static String explained(Transaction transaction, List<SearchWord> words) {
        return String.join(
                "\n",
                bound(transaction.sql("explain " + text(words, Search::nearly)), words, 20)
                        .list(row -> row.text("QUERY PLAN")));
    }

    private static List<Product> found(
            Transaction transaction,
            List<SearchWord> words,
            int limit,
            BiFunction<SearchWord, Integer, String> condition) {
        return bound(transaction.sql(text(words, condition)), words, limit).list(ProductRows::read);
    }

    private static Sql bound(Sql sql, List<SearchWord> words, int limit) {
        words.forEach(word -> sql.bind(word.text() + ":*").bind(word.text()).bind(word.keys()));
        return sql.bind(limit);
    }

    private static String text(List<SearchWord> words, BiFunction<SearchWord, Integer, String> condition) {
        return "select " + ProductRows.COLUMNS
                + " from product, (select "
                + each(words, ", ", (word, n) -> QUERY.replace("#", String.valueOf(n)))
                + ") as asked where status = 'LISTED' and "
                + each(words, " and ", condition)
                + " order by "
                + each(words, " + ", Search::score)
                + " desc, sku limit ?";
    }

    private static final String QUERY =
            "to_tsquery('simple', ?) || plainto_tsquery('english', ?) as query#, ?::text as keys#";

    private static String asTyped(SearchWord word, int n) {
        return "(" + typed(word, n) + ")";
    }

    private static String nearly(SearchWord word, int n) {
        return word.keys().length() < SHORTEST_MISSPELLED
                ? asTyped(word, n)
                : "(" + typed(word, n) + " or keys" + n + " <% " + column(word) + ")";
    }

    private static String typed(SearchWord word, int n) {
        String condition = "words @@ query" + n;
        if (isPart(word)) {
            condition += " or " + column(word) + " like '%' || keys" + n + " || '%'";
        }
        if (!word.hangul() && word.keys().length() >= SHORTEST_UNSWITCHED) {
            condition += " or keys_ko like '%' || keys" + n + " || '%'";
        }
        return condition;
    }

    /** A name's own word counts most, then a part of a name, then a description's word. */
    private static String score(SearchWord word, int n) {
        String score = "ts_rank(words, query" + n + ") + word_similarity(keys" + n + ", " + column(word) + ")";
        return isPart(word) ? score + " + (" + column(word) + " like '%' || keys" + n + " || '%')::int * 0.5" : score;
    }

    /** One Hangul syllable is looked for among the names' syllables instead: its two keys would be in half of them. */
    private static boolean isPart(SearchWord word) {
        return word.keys().length() >= SHORTEST_PART
                && !(word.hangul() && word.text().length() == 1);
    }

    private static String column(SearchWord word) {
        return word.hangul() ? "keys_ko" : "keys_en";
    }

    private static String each(List<SearchWord> words, String separator, BiFunction<SearchWord, Integer, String> text) {
        return IntStream.range(0, words.size())
                .mapToObj(n -> text.apply(words.get(n), n))
                .collect(Collectors.joining(separator));
    }
}
