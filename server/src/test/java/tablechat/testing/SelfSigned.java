package tablechat.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate for `localhost` that nobody vouches for: `server.crt`, and its key `server.key`, as servers want them.
public final class SelfSigned {
    public static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private SelfSigned() {}

    static void in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = keys(folder);
        Files.writeString(folder.resolve("server.crt"), pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Path key = Files.writeString(folder.resolve("server.key"), pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    /// Both, as `server` and with [#PASSWORD]. The folder is needed for a moment.
    public static KeyStore keys(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("self-signed.p12");
        int status = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-keystore", store.toString(),
                "-storetype", "PKCS12", "-storepass", new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) throw new IOException("keytool made no certificate");
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Files.delete(store);
        return keys;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, LINES.encodeToString(bytes));
    }
}
