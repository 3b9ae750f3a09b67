package com.allinone.endtoend.people;

/** A product as somebody saw it. */
public record Product(String sku, long amount, String currency) {

    /** A line of an order at the price that was seen. */
    public String line(int quantity) {
        return line(Integer.toString(quantity));
    }

    /** A line whose quantity is any JSON at all. */
    public String line(String quantity) {
        return """
                {"sku": "%s", "quantity": %s, "unitPrice": {"amount": %d, "currency": "%s"}}""".formatted(sku, quantity, amount, currency);
    }

    public Product at(long price) {
        return new Product(sku, price, currency);
    }

    public Product in(String otherCurrency) {
        return new Product(sku, amount, otherCurrency);
    }
}
