package com.allinone.catalog.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.catalog.domain.Bilingual;
import com.allinone.catalog.domain.Category;
import com.allinone.catalog.domain.CategoryId;
import com.allinone.catalog.domain.Picture;
import com.allinone.catalog.domain.Price;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.Products;
import com.allinone.catalog.domain.SaleCurrency;
import com.allinone.catalog.domain.SearchWord;
import com.allinone.catalog.domain.Sku;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a database whose locale is C, where PostgreSQL takes no Hangul syllable for a letter: the hardest case. */
class JdbcProductsTest {

    private static final Database DATABASE = new Database();

    private final Products<Transaction> products = new JdbcProducts(Clock.systemUTC());

    @BeforeAll
    static void start() {
        DATABASE.start();
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @BeforeEach
    void fill() {
        transactions().run(transaction -> {
            transaction.sql("truncate product").update();
            products.add(
                    transaction,
                    List.of(
                            product("MUG-CELADON-01", "청자머그컵", "Celadon Mug", "비취색 컵", "A jade-green cup"),
                            product("TEA-GREEN-01", "하동 녹차", "Hadong Green Tea", "고소한 잎차", "Nutty leaves"),
                            product("KEYBOARD-01", "기계식 키보드", "Mechanical Keyboard", "조용한 적축", "Quiet switches"),
                            product("CANDLE-PINE", "소나무 향초", "Pine Candle", "솔숲 냄새", "For mugs of tea at night"),
                            product("PEAR-EARRING", "배 모양 귀걸이", "Pear Earring", "은으로 만든", "Made of silver")));
        });
    }

    @Test
    void givesBackWhatWasAdded() {
        Product mug = product("MUG-CELADON-01", "청자머그컵", "Celadon Mug", "비취색 컵", "A jade-green cup");

        assertThat(find("MUG-CELADON-01")).contains(mug);
        assertThat(find("NO-SUCH-SKU")).isEmpty();
    }

    @Test
    void leavesAProductAloneWhoseSkuIsTaken() {
        Product other = product("MUG-CELADON-01", "다른 컵", "Another Cup", "다른", "Another");
        Product fresh = product("NEW-ONE", "새 컵", "New Cup", "새", "New");

        Set<Sku> added = transactions().call(transaction -> products.add(transaction, List.of(other, fresh)));

        assertThat(added).containsExactly(new Sku("NEW-ONE"));
        assertThat(find("MUG-CELADON-01").orElseThrow().name().en()).isEqualTo("Celadon Mug");
    }

    @Test
    void storesMarkupAndSqlAsText() {
        Product nasty =
                product("NASTY", "'); drop table product;--", "<img src=x onerror=alert(1)>", "\\ % _", "$1 ? {}");

        transactions().run(transaction -> products.add(transaction, List.of(nasty)));

        assertThat(find("NASTY")).contains(nasty);
    }

    @Test
    void replacesOnlyTheVersionBefore() {
        Product mug = find("MUG-CELADON-01").orElseThrow();
        Product cheaper = new Product(
                mug.sku(),
                mug.name(),
                mug.description(),
                mug.category(),
                new Price(9_000, SaleCurrency.KRW),
                mug.picture(),
                mug.status(),
                2);

        transactions().run(transaction -> products.replace(transaction, cheaper));

        assertThat(find("MUG-CELADON-01")).contains(cheaper);
        assertThatThrownBy(() -> transactions().run(transaction -> products.replace(transaction, cheaper)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pagesInTheOrderOfSkus() {
        assertThat(page(Optional.empty(), "", 2)).containsExactly("CANDLE-PINE", "KEYBOARD-01");
        assertThat(page(Optional.empty(), "KEYBOARD-01", 9))
                .containsExactly("MUG-CELADON-01", "PEAR-EARRING", "TEA-GREEN-01");
        assertThat(page(Optional.of("tableware"), "MUG-CELADON-01", 9)).hasSize(2);
        assertThat(page(Optional.of("pets"), "", 9)).isEmpty();
    }

    @Test
    void countsTheProductsOfEachCategory() {
        List<Category> categories = transactions().call(products::categories);

        assertThat(categories)
                .hasSize(12)
                .first()
                .matches(category -> category.products() == 5 && category.id().equals(new CategoryId("tableware")));
    }

    @ParameterizedTest
    @CsvSource({
        "a Korean word inside a compound, 머그, MUG-CELADON-01",
        "the beginning of a Korean word, 기계, KEYBOARD-01",
        "one syllable at the end of a word, 차, TEA-GREEN-01",
        "a Korean word of a description, 솔숲, CANDLE-PINE",
        "a misspelled Korean word, 귀거리, PEAR-EARRING",
        "a Korean word with a particle, 키보드를, KEYBOARD-01",
        "Korean typed on the Latin keyboard, ajrmzjq, MUG-CELADON-01",
        "an English word, keyboard, KEYBOARD-01",
        "the plural of an English word, keyboards, KEYBOARD-01",
        "the beginning of an English word, cand, CANDLE-PINE",
        "an English word with a letter missing, celdon, MUG-CELADON-01",
        "an English word with letters swapped, keybaord, KEYBOARD-01",
        "two words in any order, tea hadong, TEA-GREEN-01",
        "a Korean and an English word, 청자 mug, MUG-CELADON-01",
        "two words and one of them misspelled, mechanical keybord, KEYBOARD-01",
        "a SKU, KEYBOARD-01, KEYBOARD-01"
    })
    void finds(String what, String query, String first) {
        assertThat(search(query)).as(what).first().isEqualTo(first);
    }

    @Test
    void ranksANameBeforeADescription() {
        assertThat(search("mug")).containsExactly("MUG-CELADON-01", "CANDLE-PINE");
    }

    @Test
    void doesNotMixARightSpellingWithWhatLooksLikeIt() {
        assertThat(search("pear")).containsExactly("PEAR-EARRING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzyzx", "냉장고", "celadon bicycle", "%", "_", "'", ":*", "!!", "🍵", "茶"})
    void findsNothingWhereNothingIs(String query) {
        assertThat(search(query)).isEmpty();
    }

    @Test
    void doesNotFindRetiredProducts() {
        transactions()
                .run(transaction -> transaction
                        .sql("update product set status = 'RETIRED' where sku = 'MUG-CELADON-01'")
                        .update());

        assertThat(search("머그")).isEmpty();
        assertThat(page(Optional.empty(), "", 9)).doesNotContain("MUG-CELADON-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"머그", "celdon", "mechanical keybord", "ajrmzjq"})
    void searchesThroughIndexesOnly(String query) {
        transactions().run(transaction -> {
            products.add(
                    transaction,
                    IntStream.range(0, 3_000)
                            .mapToObj(n -> product("FILLER-" + n, "채움 " + n, "Filler " + n, "설명", "Described"))
                            .toList());
            transaction.sql("analyze product").update();
            // So few rows are read faster without: leave the planner nothing but the search's own indexes.
            transaction
                    .sql("drop index if exists product_listed, product_shelf")
                    .update();
            transaction.sql("set local enable_seqscan = off").update();
            transaction.sql("set local enable_indexscan = off").update();
            String plan = Search.explained(transaction, SearchWord.in(query));
            assertThat(plan)
                    .contains("Bitmap Index Scan on product_words", "Bitmap Index Scan on product_keys_")
                    .doesNotContain("Seq Scan", "product_pkey");
        });
    }

    private List<String> search(String query) {
        return transactions().call(transaction -> products.search(transaction, SearchWord.in(query), 20)).stream()
                .map(product -> product.sku().value())
                .toList();
    }

    private List<String> page(Optional<String> category, String after, int most) {
        Optional<Sku> last = after.isEmpty() ? Optional.empty() : Optional.of(new Sku(after));
        return transactions()
                .call(transaction -> products.page(transaction, category.map(CategoryId::new), last, most))
                .stream()
                .map(product -> product.sku().value())
                .toList();
    }

    private Optional<Product> find(String sku) {
        return transactions().call(transaction -> products.find(transaction, new Sku(sku)));
    }

    private static Transactions transactions() {
        return DATABASE.transactions();
    }

    private static Product product(String sku, String ko, String en, String descriptionKo, String descriptionEn) {
        return Product.list(
                        new Sku(sku),
                        new Bilingual(ko, en),
                        new Bilingual(descriptionKo, descriptionEn),
                        new CategoryId("tableware"),
                        new Price(10_000, SaleCurrency.KRW),
                        new Picture("https://images.allinone.example/" + sku + ".webp"))
                .product();
    }
}
