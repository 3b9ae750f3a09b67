package com.allinone.order.domain;

/** The name of a product in Korean and English. */
public record Name(String ko, String en) {}
