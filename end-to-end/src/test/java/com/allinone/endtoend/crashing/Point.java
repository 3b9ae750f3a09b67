package com.allinone.endtoend.crashing;

/**
 * A place in the code of a service at which its process can die.
 *
 * @param name as the agent knows it, as in {@code Charging.make:Provider.create/after-call}
 */
record Point(String service, String name) {

    @Override
    public String toString() {
        return service + " " + name;
    }
}
