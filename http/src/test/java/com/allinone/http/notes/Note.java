package com.allinone.http.notes;

import com.allinone.http.json.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body with one field of each kind. */
public record Note(
        String text, int number, boolean pinned, @Nullable List<Line> lines) {

    public Note {
        text = Require.text("text", text, 1, 20);
        Require.between("number", number, 1, 1_000);
    }

    /** A part of a list. */
    public record Line(String sku, long quantity) {}
}
