#include <QSignalSpy>
#include <QTest>

#include "annotate/AnnotationStore.h"
#include "annotate/AnnotationTableModel.h"
#include "annotate/AnnotationTexts.h"

using namespace isostain;

namespace {

Annotation named(const char* name)
{
    Annotation annotation;
    annotation.name = name;
    annotation.parts = {{{{0, 0}, {1000, 0}, {1000, 2000}, {0, 2000}}}};
    return annotation;
}

QStringList names(const AnnotationStore& store)
{
    QStringList all;
    for (const AnnotationPtr& annotation : store.annotations())
        all << QString::fromStdString(annotation->name);
    return all;
}

}

class TestAnnotationStore : public QObject {
    Q_OBJECT

private slots:
    void everyChangeCanBeUndone()
    {
        AnnotationStore store;
        store.reset({named("a"), named("b")});
        QVERIFY(!store.isModified() && store.selection().empty());
        QVERIFY(!store.annotations()[0]->id.empty() && store.annotations()[0]->id != store.annotations()[1]->id);

        store.add(named("c"));
        QCOMPARE(store.current(), 2);
        QVERIFY(store.isModified());
        store.replace(0, named("A"), "Rename");
        store.select({1, 2});
        store.removeSelected();
        store.addAll({named("d"), named("e")}, "Load");
        QCOMPARE(names(store), QStringList({"A", "d", "e"}));
        QUndoStack& stack = store.undoStack();
        stack.undo();
        QCOMPARE(names(store), QStringList({"A"}));
        stack.undo();
        QCOMPARE(names(store), QStringList({"A", "b", "c"}));
        QCOMPARE(store.selection(), (std::set<int>{1, 2}));
        stack.undo();
        stack.undo();
        QCOMPARE(names(store), QStringList({"a", "b"}));
        QVERIFY(!store.isModified());
        stack.redo();
        QCOMPARE(names(store), QStringList({"a", "b", "c"}));
        store.setSaved();
        QVERIFY(!store.isModified());
        stack.undo();
        QVERIFY(store.isModified()); // not what the file holds
    }

    void lockedOnesStay()
    {
        AnnotationStore store;
        Annotation locked = named("a");
        locked.isLocked = true;
        store.reset({locked, named("b")});
        store.replace(
            0,
            [&] {
                Annotation other = locked;
                other.name = "x";
                return other;
            }(),
            "Rename");
        store.select({0, 1});
        store.removeSelected();
        QCOMPARE(names(store), QStringList({"a"}));
        Annotation unlocked = *store.annotations()[0];
        unlocked.isLocked = false;
        store.replace(0, unlocked, "Unlock");
        QVERIFY(!store.annotations()[0]->isLocked);
    }

    void whatIsNotThereChangesNothing()
    {
        AnnotationStore store;
        QSignalSpy changed(&store, &AnnotationStore::changed);
        store.removeSelected();
        store.replace(3, named("a"), "x");
        store.select({-1, 7});
        QVERIFY(store.selection().empty());
        QVERIFY(changed.isEmpty());
        store.reset({named("a")});
        const Annotation same = *store.annotations()[0];
        store.replace(0, same, "x");
        QVERIFY(!store.isModified());
    }

    void measuresHaveUnits_data()
    {
        QTest::addColumn<double>("mpp");
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("line");
        QTest::newRow("pixels") << 0.0 << u"2,000,000 px², outline 6,000 px"_qs << "500 px";
        QTest::newRow("0.25") << 0.25 << u"0.125 mm², outline 1.50 mm"_qs << u"125 µm"_qs;
        QTest::newRow("0.01") << 0.01 << u"200 µm², outline 60.0 µm"_qs << u"5.0 µm"_qs;
        QTest::newRow("4") << 4.0 << u"32.00 mm², outline 24.00 mm"_qs << u"2.00 mm"_qs;
    }
    void measuresHaveUnits()
    {
        QFETCH(const double, mpp);
        SlideInfo info;
        if (mpp > 0)
            info.mppX = info.mppY = mpp;
        const QLocale locale(QLocale::English, QLocale::UnitedStates);
        QTEST(measuresText(named("a"), info, locale), "area");
        Annotation line = named("b");
        line.kind = AnnotationKind::Lines;
        line.parts = {{{{0, 0}, {300, 400}}}};
        QTEST(measuresText(line, info, locale), "line");
    }

    void tableFollowsAndEdits()
    {
        AnnotationStore store;
        AnnotationTableModel model(store);
        QCOMPARE(model.rowCount(), 0);
        store.reset({named("a"), named("")});
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, AnnotationTableModel::Name), QString("a"));
        QCOMPARE(text(1, AnnotationTableModel::Name), QString("Area"));
        QVERIFY(text(0, AnnotationTableModel::Size).contains("px"));
        QVERIFY(model.setData(model.index(1, AnnotationTableModel::Class), " Tumor ", Qt::EditRole));
        QCOMPARE(store.annotations()[1]->className, std::string("Tumor"));
        QCOMPARE(text(1, AnnotationTableModel::Class), QString("Tumor"));
        QVERIFY(!(model.flags(model.index(0, AnnotationTableModel::Size)) & Qt::ItemIsEditable));
        Annotation locked = *store.annotations()[0];
        locked.isLocked = true;
        store.replace(0, locked, "Lock");
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsEditable));
        store.undoStack().undo();
        store.undoStack().undo();
        QCOMPARE(text(1, AnnotationTableModel::Class), QString());
    }
};

QTEST_GUILESS_MAIN(TestAnnotationStore)
#include "tst_annotationstore.moc"
