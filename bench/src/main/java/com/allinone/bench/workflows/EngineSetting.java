package com.allinone.bench.workflows;

/**
 * What the program that runs an engine has to know.
 *
 * @param jdbcUrl of the database that steps write to, in which DBOS keeps its own tables too
 * @param connections at most, to that database
 * @param ingressPort where Restate takes requests; 0 without a server
 * @param adminPort where Restate is told of handlers; 0 without a server
 * @param handlerPort where the handlers listen that Restate calls; 0 without a server
 */
public record EngineSetting(
        String jdbcUrl,
        String user,
        String password,
        int connections,
        int ingressPort,
        int adminPort,
        int handlerPort) {}
