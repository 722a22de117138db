package tablechat.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// Where to listen and whom to let in. `port` 0 takes any free one; `folder` holds the page's files, null for those in the jar;
/// `allowedHosts` are names beside our own (`host` or `host:port`); `token` is null when none is wanted.
public record Settings(
        String host, int port, @Nullable Path folder, List<String> allowedHosts, @Nullable String token) {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:[1-5]?\\d{1,4}|:6[0-5]\\d{3})?");
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    public Settings {
        allowedHosts = allowedHosts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        if (token != null && token.isBlank()) token = null;
    }

    /// Throws [CannotStart] when a server must not be started like this: beyond loopback everybody in the network could read
    /// the databases, so there has to be a token.
    public void check() {
        if (port < 0 || port > 0xffff) throw new CannotStart("TABLECHAT_PORT=%d is not a port.".formatted(port));
        for (String name : allowedHosts) {
            if (!HOST.matcher(name).matches()) {
                throw new CannotStart("TABLECHAT_ALLOWED_HOSTS has \"%s\"; write host or host:port, with commas between."
                        .formatted(name));
            }
        }
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw new CannotStart("TABLECHAT_TOKEN may hold ASCII letters, digits and signs, and no blanks.");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CannotStart("TABLECHAT_STATIC=%s is not a folder. Name one that holds the page, or leave it out.".formatted(folder));
        }
        requireOwn(address());
        if (token == null && !address().isLoopbackAddress()) {
            throw new CannotStart(("TABLECHAT_HOST=%s can be reached from other machines, and without a token everybody there"
                    + " could read your databases. Set TABLECHAT_TOKEN to a long secret, or TABLECHAT_HOST to 127.0.0.1.")
                    .formatted(host));
        }
    }

    /// The addresses it listens on, as names by which it may be called beside the usual ones.
    List<String> addresses() {
        var names = new ArrayList<String>();
        try {
            if (address().isAnyLocalAddress()) {
                NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).map(Settings::name).forEach(names::add);
            } else {
                names.add(name(address()));
            }
        } catch (SocketException e) {
            throw new CannotStart("The addresses of this machine cannot be read: " + e.getMessage());
        }
        return names;
    }

    /// As it stands in a URL.
    private static String name(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + text.replaceFirst("(^|:)(0(:|$)){2,}", "::") + "]" : text;
    }

    InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw foreign();
        }
    }

    private void requireOwn(InetAddress address) {
        try {
            boolean own = address.isAnyLocalAddress() || address.isLoopbackAddress();
            if (!own && NetworkInterface.getByInetAddress(address) == null) throw foreign();
        } catch (SocketException e) {
            throw foreign();
        }
    }

    private CannotStart foreign() {
        return new CannotStart("TABLECHAT_HOST=%s is not an address of this machine. Set it to 127.0.0.1, or to one that is."
                .formatted(host));
    }
}
