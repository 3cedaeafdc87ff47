package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.util.promise.Promise;

import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.TestFramework;
import io.remoteobjects.itests.conformance.services.Later;
import io.remoteobjects.itests.conformance.services.Reading;
import io.remoteobjects.itests.harness.TestBundle;

/** What {@code osgi.async} promises: the call returns at once, the answer comes when the service has it. */
@DisplayName("Chapter 100, 13 async")
class AsyncTypesTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static Later replica;

    @BeforeAll
    static void install() throws Exception {
        FRAMEWORKS.child().install(TestBundle.of("later", Later.class));
        replica = FRAMEWORKS.parent().await(Later.class, "(service.imported=*)");
    }

    @Test
    void intentIsSupportedAndPromised() throws Exception {
        Object intents = FRAMEWORKS.parent().awaitReference(Later.class, "(service.imported=*)").getProperty("service.intents");
        assertTrue(Arrays.asList((String[]) intents).contains("osgi.async"));
        assertNotNull(FRAMEWORKS.child().context().getAllServiceReferences(null, "(remote.intents.supported=osgi.async)"));
    }

    @Test
    void futureIsDoneWhenTheServicesIs() throws Exception {
        Future<Integer> future = replica.future();
        assertFalse(future.isDone());
        replica.complete(1);
        assertEquals(42, soon(future));
    }

    @Test
    void promiseIsResolvedWhenTheServicesIs() throws Exception {
        Promise<Integer> promise = replica.promise();
        CountDownLatch told = new CountDownLatch(1);
        Promise<Integer> then = promise.filter(each -> each == 42).then(resolved -> {
            told.countDown();
            return resolved;
        });
        assertFalse(promise.isDone());
        assertEquals(1, told.getCount());
        replica.complete(1);
        assertEquals(42, then.timeout(TestFramework.SOON.toMillis()).getValue());
        assertEquals(0, told.getCount());
    }

    @Test
    void completableFutureIsCompletedWhenTheServicesIs() throws Exception {
        CompletableFuture<Integer> future = replica.completableFuture();
        CompletableFuture<Void> ran = future.thenRun(() -> { });
        CompletableFuture<Integer> accepted = new CompletableFuture<>();
        future.thenAccept(accepted::complete);
        assertFalse(future.isDone() || ran.isDone() || accepted.isDone());
        replica.complete(1);
        soon(ran);
        assertEquals(42, soon(accepted));
    }

    @Test
    void completionStageBringsDataOfTheCallersClass() throws Exception {
        CompletionStage<List<Reading>> stage = replica.completionStage();
        CompletableFuture<Integer> count = stage.thenApply(readings -> readings.get(0).count).toCompletableFuture();
        assertFalse(count.isDone());
        replica.complete(1);
        assertEquals(1, soon(count));
    }

    @Test
    void failureIsThatOfTheService() throws Exception {
        Future<Integer> future = replica.future();
        Promise<Integer> promise = replica.promise();
        CompletableFuture<Integer> completable = replica.completableFuture();
        replica.fail(3);
        assertThrows(CancellationException.class, () -> soon(future));
        assertEquals("told to", assertInstanceOf(IllegalStateException.class,
                promise.timeout(TestFramework.SOON.toMillis()).getFailure()).getMessage());
        assertEquals("told to", assertInstanceOf(IllegalStateException.class,
                assertThrows(ExecutionException.class, () -> soon(completable)).getCause()).getMessage());
    }

    private static <T> T soon(Future<T> future) throws Exception {
        return future.get(TestFramework.SOON.toMillis(), TimeUnit.MILLISECONDS);
    }
}
