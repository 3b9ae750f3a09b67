package com.allinone.launcher.commands;

import java.util.concurrent.Callable;

/** A command of {@code ./shop} that another module brings, found by {@link java.util.ServiceLoader}. */
public interface ShopCommand extends Callable<Integer> {}
