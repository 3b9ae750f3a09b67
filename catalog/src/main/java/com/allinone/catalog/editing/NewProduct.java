package com.allinone.catalog.editing;

import com.allinone.catalog.Asked;
import com.allinone.catalog.domain.Bilingual;
import com.allinone.catalog.domain.CategoryId;
import com.allinone.catalog.domain.Picture;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductEvent;
import com.allinone.catalog.domain.Sku;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sends to list a product.
 *
 * @param sku 3 to 32 capital letters, digits and hyphens
 * @param name at most 120 characters in each language
 * @param description at most 2,000 characters in each language
 * @param category the id of a shelf, as in {@code tableware}
 * @param picture an https address
 */
public record NewProduct(
        @Nullable String sku,
        @Nullable Text name,
        @Nullable Text description,
        @Nullable String category,
        @Nullable NewPrice price,
        @Nullable String picture) {

    /** A text in both languages. */
    public record Text(@Nullable String ko, @Nullable String en) {

        Bilingual checked(String field, int longest) {
            String korean = Asked.field(field + ".ko", ko, text -> text);
            String english = Asked.field(field + ".en", en, text -> text);
            return new Bilingual(korean, english).atMost(longest);
        }
    }

    ProductEvent.Listed listed() {
        return Product.list(
                Asked.field("sku", sku, Sku::new),
                Asked.field("name", name, text -> text.checked("name", Product.LONGEST_NAME)),
                Asked.field(
                        "description", description, text -> text.checked("description", Product.LONGEST_DESCRIPTION)),
                Asked.field("category", category, CategoryId::new),
                Asked.field("price", price, amount -> amount.checked("price.")),
                Asked.field("picture", picture, Picture::new));
    }
}
