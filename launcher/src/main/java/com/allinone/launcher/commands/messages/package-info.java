/** What operators do about messages: those that are parked, and those that have to be published again. */
@NullMarked
package com.allinone.launcher.commands.messages;

import org.jspecify.annotations.NullMarked;
