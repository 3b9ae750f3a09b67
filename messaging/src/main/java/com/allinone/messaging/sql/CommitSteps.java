package com.allinone.messaging.sql;

/** What belongs to every commit. The outbox is what implements it. */
public interface CommitSteps {

    /** Called last before the commit, in the transaction; what it throws rolls back. */
    void beforeCommit(Transaction transaction);

    /** Called after the commit is certain; must not throw. */
    void afterCommit(Transaction transaction);
}
