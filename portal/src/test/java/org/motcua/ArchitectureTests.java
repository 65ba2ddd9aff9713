package org.motcua;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/** The habits of the house that a machine can check. */
class ArchitectureTests {

  private static final JavaClasses PORTAL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.motcua");

  @Test
  void modelsKnowNothingOfSpringExceptWhereTheyAreStored() {
    noClasses()
        .that()
        .resideInAPackage("..model..")
        .and()
        .haveNameNotMatching(".*\\.Jdbc[^.]*")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .allowEmptyShould(true)
        .check(PORTAL);
  }

  @Test
  void controllersAreNobodysToCall() {
    classes()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .notBePublic()
        .allowEmptyShould(true)
        .check(PORTAL);
  }

  @Test
  void exceptionsHaveNames() {
    noClasses()
        .should()
        .callConstructorWhere(isMadeAsPlainRuntimeException())
        .because("a refusal is an outcome, and a bug or an outage has a name")
        .check(PORTAL);
  }

  /** An exception of ours calls its parent's constructor, too; that is how it gets its name. */
  private static DescribedPredicate<JavaConstructorCall> isMadeAsPlainRuntimeException() {
    return DescribedPredicate.describe(
        "new RuntimeException",
        call ->
            call.getTargetOwner().isEquivalentTo(RuntimeException.class)
                && !call.getOriginOwner().isAssignableTo(RuntimeException.class));
  }
}
