package com.allinone.shopping;

import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.JdbcTransactions;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.shopping.viewing.Lists;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import javax.sql.DataSource;

/** A program that pays and then looks; it says each statement and each commit, so that one can see how far it came. */
public final class Day {

    private Day() {}

    public static void main(String[] arguments) {
        Transactions transactions = new JdbcTransactions(answering(DataSource.class), new NoSteps());
        new Paying(transactions).pay();
        new Paying(transactions).payAll(List.of("order"));
        new Lists(transactions).all();
    }

    private static <T> T answering(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                Day.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer(method)));
    }

    private static Object answer(Method method) {
        return switch (method.getName()) {
            case "getConnection" -> answering(Connection.class);
            case "prepareStatement" -> answering(PreparedStatement.class);
            case "executeUpdate" -> said("write", 1);
            case "commit" -> said("commit", 0);
            default -> 0;
        };
    }

    private static int said(String what, int answer) {
        System.out.println(what);
        return answer;
    }

    private static final class NoSteps implements CommitSteps {
        @Override
        public void beforeCommit(Transaction transaction) {}

        @Override
        public void afterCommit(Transaction transaction) {}
    }
}
