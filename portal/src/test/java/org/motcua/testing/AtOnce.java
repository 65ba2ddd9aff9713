package org.motcua.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Two who act in the same moment. */
public final class AtOnce {

  /** What each of the two got, in the order given. */
  public static <T> List<T> both(Callable<T> one, Callable<T> other) {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(() -> whenBothAreThere(start, one));
      var second = threads.submit(() -> whenBothAreThere(start, other));
      return List.of(first.get(), second.get());
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static <T> T whenBothAreThere(CyclicBarrier start, Callable<T> act) throws Exception {
    start.await();
    return act.call();
  }

  private AtOnce() {}
}
