package com.allinone.simulation.shop;

import com.allinone.inventory.domain.ReportedStock;
import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.domain.StockReport;
import com.allinone.inventory.reserving.DecidedCommands;
import com.allinone.inventory.reserving.OverdueHolds;
import com.allinone.inventory.reserving.Reserving;
import com.allinone.messaging.sql.Transaction;
import com.allinone.simulation.world.Life;

/** A process of inventory. */
final class InventoryService extends Service {

    InventoryService(Shop shop, Life life) {
        super(shop, shop.inventoryPremises(), life);
        Shelves<Transaction> shelves = shop.bug().shelves(shop.shelves());
        Reservations<Transaction> reservations = shop.bug().reservations(shop.reservations(), shelves);
        DecidedCommands decided = new DecidedCommands(UNCOUNTED);
        consume("inventory.commands", new Reserving(shelves, reservations, InventoryService::unasked, decided));
        OverdueHolds overdue = new OverdueHolds(transactions, reservations, decided, Settings.ALL, shop.clock());
        every(Settings.ALL.lookEvery(), "overdue holds", overdue::callOut);
    }

    /** Reconciliation does not take part: nobody asks. */
    private static ReportedStock unasked(Transaction transaction, StockReport asked) {
        throw new IllegalStateException("Nobody reconciles here");
    }
}
