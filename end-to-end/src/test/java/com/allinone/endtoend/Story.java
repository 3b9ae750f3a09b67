package com.allinone.endtoend;

import com.allinone.endtoend.shop.RunningShop;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of stories; its constructor is given the {@link com.allinone.endtoend.shop.Shop} that runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningShop.class)
public @interface Story {}
