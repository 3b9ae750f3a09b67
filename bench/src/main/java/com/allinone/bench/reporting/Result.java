package com.allinone.bench.reporting;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a bench found.
 *
 * @param table for people
 * @param json for whoever computes it anew
 */
public record Result(String table, ObjectNode json) {}
