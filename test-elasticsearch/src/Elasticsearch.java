import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;

/**
 * Starts a real Elasticsearch server from what Maven Central has of it, which is the
 * server without most of its modules. It needs no installation and keeps to this machine.
 *
 * <pre>
 * java -Xmx1g --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED -cp 'target/elasticsearch/lib/*' \
 *     src/Elasticsearch.java &lt;home&gt; &lt;port&gt; target/elasticsearch/transport-netty4
 * </pre>
 *
 * It runs until it is told to stop (SIGTERM). The data stay in the home folder. A file
 * {@code version} there says what {@code GET /} answers as its version.
 */
public final class Elasticsearch {

	private static final String VERSION = "9.5.3";

	private Elasticsearch() {
	}

	public static void main(String[] args) throws Exception {
		Path home = Path.of(args[0]).toAbsolutePath();
		Path config = Files.createDirectories(home.resolve("config"));
		Files.createDirectories(home.resolve("plugins"));
		System.setProperty("es.path.home", home.toString());
		layOutTransport(Path.of(args[2]), home.resolve("modules/transport-netty4"));
		layOutRoot(home.resolve("modules/rest-root"));
		Settings settings = Settings.builder()
			.put("path.home", home.toString())
			.put("cluster.name", "cong-lang")
			.put("node.name", "mot")
			.put("discovery.type", "single-node")
			.put("network.host", "127.0.0.1")
			.put("http.port", args[1])
			.put("transport.port", "0")
			.put("http.type", "netty4")
			.put("transport.type", "netty4")
			.put("cluster.routing.allocation.disk.threshold_enabled", false)
			.build();
		LogConfigurator.configureWithoutConfig(settings);
		LogConfigurator.configureESLogging();
		Environment environment = new Environment(settings, config);
		PluginsLoader plugins = PluginsLoader.createPluginsLoader(
				PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
				PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false), Map.of(), false);
		Node node = new Node(environment, plugins);
		CountDownLatch stopped = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			try {
				node.close();
			}
			catch (IOException ex) {
				System.err.println(ex);
			}
			stopped.countDown();
		}));
		node.start();
		stopped.await();
	}

	/** The descriptor stands in the jar; as a module of the JDK it would be refused. */
	private static void layOutTransport(Path jars, Path module) throws IOException {
		Files.createDirectories(module);
		try (DirectoryStream<Path> all = Files.newDirectoryStream(jars, "*.jar")) {
			for (Path jar : all) {
				Files.copy(jar, module.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
				try (ZipFile zip = new ZipFile(jar.toFile())) {
					ZipEntry entry = zip.getEntry("META-INF/es-plugins/transport-netty4/plugin-descriptor.properties");
					if (entry != null) {
						List<String> lines = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
							.lines()
							.filter((line) -> !line.startsWith("modulename="))
							.toList();
						Files.write(module.resolve("plugin-descriptor.properties"), lines);
					}
				}
			}
		}
	}

	/** What {@code GET /} answers is a module of its own, and not on Maven Central. */
	private static void layOutRoot(Path module) throws IOException {
		Files.createDirectories(module);
		Files.write(module.resolve("plugin-descriptor.properties"),
				List.of("name=rest-root", "description=GET /", "version=" + VERSION, "elasticsearch.version=" + VERSION,
						"java.version=21", "classname=Elasticsearch$Root"));
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(module.resolve("rest-root.jar")))) {
			for (String name : List.of("Elasticsearch", "Elasticsearch$Root", "Elasticsearch$RootHandler")) {
				jar.putNextEntry(new JarEntry(name + ".class"));
				try (InputStream bytes = Elasticsearch.class.getResourceAsStream(name + ".class")) {
					bytes.transferTo(jar);
				}
			}
		}
	}

	public static final class Root extends Plugin implements ActionPlugin {

		@Override
		public Collection<RestHandler> getRestHandlers(RestHandlersServices services, Supplier<DiscoveryNodes> nodes,
				Predicate<NodeFeature> features) {
			return List.of(new RootHandler(Path.of(services.settings().get("path.home")).resolve("version")));
		}

	}

	static final class RootHandler implements RestHandler {

		private final Path version;

		RootHandler(Path version) {
			this.version = version;
		}

		@Override
		public List<Route> routes() {
			return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
		}

		@Override
		public void handleRequest(RestRequest request, org.elasticsearch.rest.RestChannel channel, NodeClient client)
				throws IOException {
			String number = Files.exists(this.version) ? Files.readString(this.version).strip() : VERSION;
			channel.sendResponse(new RestResponse(RestStatus.OK, "application/json", """
					{"name": "mot", "cluster_name": "cong-lang", "cluster_uuid": "cong-lang", "version": {
					"number": "%s", "build_flavor": "default", "build_type": "tar", "build_hash": "-",
					"build_date": "2026-01-01T00:00:00Z", "build_snapshot": false, "lucene_version": "10.5.1",
					"minimum_wire_compatibility_version": "8.19.0", "minimum_index_compatibility_version": "8.0.0"},
					"tagline": "You Know, for Search"}
					""".formatted(number)));
		}

	}

}
