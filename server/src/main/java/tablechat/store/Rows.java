package tablechat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import tablechat.protocol.Nullable;

/// What JDBC leaves awkward about reading a row.
final class Rows {
    private Rows() {}

    static @Nullable Long optionalLong(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Long optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
