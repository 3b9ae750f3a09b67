package com.allinone.catalog.storage;

import com.allinone.catalog.domain.Bilingual;
import com.allinone.catalog.domain.CategoryId;
import com.allinone.catalog.domain.Picture;
import com.allinone.catalog.domain.Price;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.SaleCurrency;
import com.allinone.catalog.domain.Sku;
import com.allinone.messaging.sql.Row;

/** Makes products of rows. */
final class ProductRows {

    static final String COLUMNS = "product.sku, name_ko, name_en, description_ko, description_en, category, amount,"
            + " currency, picture, status, version";

    private ProductRows() {}

    static Product read(Row row) {
        return new Product(
                new Sku(row.text("sku")),
                new Bilingual(row.text("name_ko"), row.text("name_en")),
                new Bilingual(row.text("description_ko"), row.text("description_en")),
                new CategoryId(row.text("category")),
                new Price(row.number("amount"), SaleCurrency.of(row.text("currency"))),
                new Picture(row.text("picture")),
                Product.Status.valueOf(row.text("status")),
                row.number("version"));
    }
}
