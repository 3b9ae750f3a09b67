package com.allinone.payment;

import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every test of the running service stands on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(SimulatorResource.class)
public @interface ServiceTest {}
