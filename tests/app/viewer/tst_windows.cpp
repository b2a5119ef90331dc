#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "AnnotationController.h"
#include "PanesFixture.h"
#include "SettingsDialog.h"
#include "Translations.h"
#include "ViewerWindows.h"
#include "compare/CompareView.h"

using namespace isostain;
using namespace isostain::test;

namespace {

template <typename T>
T* find(MainWindow& window, const char* name = "")
{
    return *name ? window.findChild<T*>(name) : window.findChild<T*>();
}

ViewerActions& actionsOf(MainWindow& window)
{
    return *window.findChild<ViewerActions*>();
}

/// Labels and buttons that have less room than their text takes.
QStringList cutOffIn(const QWidget& top)
{
    QStringList cut;
    for (const QWidget* widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        QString text;
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->wordWrap() && label->pixmap().isNull())
            text = label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            text = button->text();
        if (!text.isEmpty() && widget->width() < widget->minimumSizeHint().width())
            cut << QString("%1: “%2” has %3 of %4 pixels").arg(top.windowTitle(), text).arg(widget->width()).arg(widget->minimumSizeHint().width());
    }
    return cut;
}

QChar mnemonicOf(const QString& text)
{
    const qsizetype at = QString(text).replace("&&", "  ").indexOf('&');
    return at < 0 || at + 1 >= text.size() ? QChar() : text[at + 1].toUpper();
}

/// Menus, and bars of them, with one letter for two entries.
template <typename Menu>
QStringList sharedLettersIn(const Menu& menu)
{
    QStringList shared;
    QHash<QChar, QString> letters;
    for (const QAction* action : menu.actions()) {
        const QChar letter = mnemonicOf(action->text());
        if (!letter.isNull() && action->isVisible()) {
            if (letters.contains(letter))
                shared << QString("“%1” and “%2” share a letter").arg(letters[letter], action->text());
            letters[letter] = action->text();
        }
        if (action->menu())
            shared << sharedLettersIn(*action->menu());
    }
    return shared;
}

void open(ViewerWindow& window, const QString& path)
{
    window.slides().open(path);
    QTRY_COMPARE(window.slides().state(), SlideSession::State::Open);
}

}

/// Several windows of one program.
class TestWindows : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_viewer = std::make_unique<ViewerFixture>();
        m_windows = makeWindows();
        m_first = m_viewer->writePicture("a.png");
        m_second = m_viewer->writePicture("b.png");
        m_profile = m_viewer->writeProfile("swap.json");
    }
    void cleanup()
    {
        m_windows.reset();
        m_viewer.reset();
        setLanguage({});
    }

    void aNewWindowHasASlideOfItsOwn()
    {
        ViewerWindow& first = m_windows->add();
        first.window().show();
        open(first, m_first);
        actionsOf(first.window()).newWindow->trigger();
        QCOMPARE(m_windows->count(), 2);
        ViewerWindow& second = *m_added.back();
        QVERIFY(second.window().isVisible());
        QCOMPARE(second.slides().state(), SlideSession::State::Empty);
        open(second, m_second);
        QCOMPARE(first.window().windowTitle(), QString("a.png – Isostain"));
        QCOMPARE(second.window().windowTitle(), QString("b.png – Isostain"));
        second.window().addPane(m_profile);
        QTRY_VERIFY(!second.panes().isSourceAlone());
        QVERIFY(first.panes().isSourceAlone());
    }

    void windowsOfOneSlideShareWhatIsKeptOfIt()
    {
        ViewerWindow& first = m_windows->add();
        ViewerWindow& second = m_windows->add();
        for (ViewerWindow* each : {&first, &second}) {
            each->window().show();
            open(*each, m_first);
        }
        actionsOf(first.window()).addBookmark->trigger();
        const auto bookmarks = [](ViewerWindow& window) { return find<QListWidget>(window.window(), "bookmarkList")->count(); };
        QCOMPARE(bookmarks(second), 1);
        actionsOf(second.window()).addBookmark->trigger();
        QCOMPARE(bookmarks(first), 2);

        AnnotationStore& here = storeOf(first);
        AnnotationStore& there = storeOf(second);
        here.add(point(10));
        QCOMPARE(there.annotations().size(), 1u);
        QVERIFY2(!there.undoStack().canUndo(), "what another window did is not undone here");
        there.add(point(20));
        QCOMPARE(here.annotations().size(), 2u);

        // One that opens the slide now reads what has just been drawn.
        ViewerWindow& third = m_windows->add();
        third.window().show();
        open(third, m_first);
        QTRY_COMPARE(storeOf(third).annotations().size(), 2u);
        QTRY_COMPARE(bookmarks(third), 2);

        // Another slide has its own.
        open(second, m_second);
        QTRY_COMPARE(there.annotations().size(), 0u);
        here.add(point(30));
        QCOMPARE(there.annotations().size(), 0u);
    }

    void allWindowsComeBackAfterQuitting()
    {
        ViewerWindow& first = m_windows->add();
        first.window().show();
        m_windows->setKeeping(StateKeeper::Keeping::On);
        open(first, m_first);
        actionsOf(first.window()).newWindow->trigger();
        open(*m_added.back(), m_second);
        actionsOf(first.window()).quit->trigger();
        QTRY_VERIFY(!isAnyVisible());

        m_windows = makeWindows();
        m_windows->add().window().show();
        m_windows->restore();
        QTRY_COMPARE(m_windows->count(), 2);
        QTRY_COMPARE(m_added[0]->window().windowTitle(), QString("a.png – Isostain"));
        QTRY_COMPARE(m_added[1]->window().windowTitle(), QString("b.png – Isostain"));
    }

    void anExportMayRefuseToQuit()
    {
        quitDuringAnExport();
        ViewerWindow& first = m_windows->first();
        ViewerWindow* second = m_added.back();
        answer(second->window(), QMessageBox::RejectRole);
        QVERIFY(first.window().isVisible() && second->window().isVisible());
        QTRY_VERIFY(!second->window().isWorking());
        QCOMPARE(m_windows->count(), 2);

        // What refused to quit is not quitting when it is closed later.
        second->window().close();
        QTRY_COMPARE(m_windows->count(), 1);
        QTRY_VERIFY(!QFile::exists(m_viewer->path("windows-2.json")));
        QVERIFY(first.window().isVisible());
    }

    void quittingEndsTheExportFirst()
    {
        quitDuringAnExport();
        ViewerWindow& first = m_windows->first();
        ViewerWindow* second = m_added.back();
        answer(second->window(), QMessageBox::AcceptRole);
        QVERIFY2(first.window().isVisible(), "the export has not stopped yet");
        QTRY_VERIFY(!first.window().isVisible());
        QCOMPARE(m_windows->count(), 1);
        QVERIFY2(QFile::exists(m_viewer->path("windows-2.json")), "it comes back, as it was not closed alone");
    }

    void aWindowThatIsClosedAloneIsForgotten()
    {
        ViewerWindow& first = m_windows->add();
        first.window().show();
        m_windows->setKeeping(StateKeeper::Keeping::On);
        open(first, m_first);
        actionsOf(first.window()).newWindow->trigger();
        ViewerWindow* second = m_added.back();
        open(*second, m_second);
        QTRY_VERIFY(QFile::exists(m_viewer->path("windows-2.json")));
        QPointer<MainWindow> gone = &second->window();
        second->window().close();
        QTRY_COMPARE(m_windows->count(), 1);
        QTRY_VERIFY(!gone);
        QTRY_VERIFY(!QFile::exists(m_viewer->path("windows-2.json")));
        QVERIFY(first.window().isVisible());
        first.window().close();
        QTRY_VERIFY(!first.window().isVisible());
        QVERIFY(QFile::exists(m_viewer->path("windows.json")));
    }

    void anotherLanguageKeepsWhatIsShown()
    {
        const QStringList languages = translatedLanguages();
        QVERIFY(languages.contains("en"));
        if (!languages.contains("de"))
            QSKIP("there is no German translation");
        ViewerWindow& before = m_windows->add();
        before.window().show();
        open(before, m_first);
        before.window().addPane(m_profile);
        QTRY_COMPARE(before.panes().main().session().currentId(), m_profile);
        before.window().setCompareMode(CompareMode::Curtain);
        auto* view = find<CompareView>(before.window());
        QTRY_VERIFY(view->isSettled());
        Viewport viewport = view->viewport();
        viewport.zoom *= 2;
        viewport.center = {300, 200};
        view->setViewport(viewport);
        storeOf(before).add(point(10));
        QCOMPARE(actionsOf(before.window()).quit->text(), QString("&Quit"));
        QPointer<MainWindow> gone = &before.window();

        setLanguage("de");
        m_windows->rebuild();
        QTRY_VERIFY(!gone);
        ViewerWindow& after = m_windows->first();
        QVERIFY(after.window().isVisible());
        QVERIFY2(actionsOf(after.window()).quit->text() != "&Quit", "it speaks German");
        QTRY_COMPARE(after.slides().state(), SlideSession::State::Open);
        auto* again = find<CompareView>(after.window());
        QTRY_COMPARE(again->viewport().center.x, 300.0);
        QCOMPARE(again->viewport().zoom, viewport.zoom);
        QCOMPARE(again->mode(), CompareMode::Curtain);
        QTRY_COMPARE(after.panes().main().session().currentId(), m_profile);
        QTRY_COMPARE(storeOf(after).annotations().size(), 1u);

        setLanguage("en");
        m_windows->rebuild();
        QCOMPARE(actionsOf(m_windows->first().window()).quit->text(), QString("&Quit"));
    }

    void everyLanguageFits_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString& language : translatedLanguages())
            QTest::newRow(qPrintable(language)) << language;
    }
    /// Nothing in the window and its dialogs is cut off, or has two entries of a menu under one letter that Alt brings to both.
    void everyLanguageFits()
    {
        QFETCH(QString, language);
        setLanguage(language);
        ViewerWindow& window = m_windows->add();
        window.window().resize(1280, 820);
        window.window().show();
        open(window, m_first);
        ViewerActions& actions = actionsOf(window.window());
        QStringList cut;
        const auto look = [&](QAction* action) {
            action->trigger();
            QTest::qWait(50);
            for (QWidget* top : QApplication::topLevelWidgets())
                if (top->isVisible())
                    cut << cutOffIn(*top);
            if (action->isCheckable())
                action->trigger();
            for (QWidget* top : QApplication::topLevelWidgets())
                if (qobject_cast<QDialog*>(top))
                    top->close();
        };
        for (QAction* action : {actions.annotationList, actions.folderList, actions.grayProfile, actions.bookmarkList, actions.display, actions.settings, actions.exportSlide,
                                actions.properties, actions.manageProfiles, actions.train, actions.pastTrainings, actions.shortcuts, actions.help,
                                actions.about, actions.saveView})
            look(action);
        cut << sharedLettersIn(*window.window().menuBar());
        cut.removeDuplicates();
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join('\n')));
    }

    void whatDoesNotFitIsSeen()
    {
        QWidget window;
        auto* label = new QLabel("A text of some length", &window);
        window.resize(300, 100);
        label->resize(label->sizeHint());
        window.show();
        QCOMPARE(cutOffIn(window), QStringList());
        label->resize(20, label->height());
        QCOMPARE(cutOffIn(window).size(), 1);
        QMenu menu;
        menu.addAction("&Open…");
        menu.addAction("H&&E");
        QCOMPARE(sharedLettersIn(menu), QStringList());
        menu.addMenu("Rec&ently")->addAction("打开(&O)");
        QCOMPARE(sharedLettersIn(menu), QStringList());
        menu.addAction("C&lose &Others"); // the first one counts
        menu.addAction("&Level");
        QCOMPARE(sharedLettersIn(menu).size(), 1);
    }

    void theLanguageIsChosenInTheSettings()
    {
        SettingsDialog dialog(m_viewer->settings, LanguageChoice::Free);
        auto* box = dialog.findChild<QComboBox*>("language");
        QVERIFY(box && box->isEnabled());
        QCOMPARE(box->currentData().toString(), QString());
        QCOMPARE(box->count(), translatedLanguages().size() + 1);
        box->setCurrentIndex(box->findData("en"));
        dialog.accept();
        QCOMPARE(m_viewer->settings.preferences().language, QString("en"));

        SettingsDialog locked(m_viewer->settings, LanguageChoice::Locked);
        box = locked.findChild<QComboBox*>("language");
        QVERIFY(!box->isEnabled() && !box->toolTip().isEmpty());
        QCOMPARE(box->currentData().toString(), QString("en"));
    }

private:
    std::unique_ptr<ViewerWindows> makeWindows()
    {
        m_added.clear();
        auto made = std::make_unique<ViewerWindows>(m_viewer->services, m_viewer->path("windows.json"), m_viewer->path("demo"));
        connect(made.get(), &ViewerWindows::added, this, [this](ViewerWindow* window) { m_added.push_back(window); });
        return made;
    }
    bool isAnyVisible() const
    {
        return std::any_of(m_added.begin(), m_added.end(), [](const auto& each) { return each && each->window().isVisible(); });
    }
    /// Of two windows the first is asked to quit while the second exports.
    void quitDuringAnExport()
    {
        ViewerWindow& first = m_windows->add();
        first.window().show();
        m_windows->setKeeping(StateKeeper::Keeping::On);
        actionsOf(first.window()).newWindow->trigger();
        open(first, m_first);
        open(*m_added.back(), m_second);
        MainWindow& second = m_added.back()->window();
        second.addPane(m_profile);
        QTRY_VERIFY(second.isSettled() && !m_added.back()->panes().isSourceAlone());
        actionsOf(second).exportSlide->trigger();
        find<QLineEdit>(second, "exportFolder")->setText(m_viewer->path("out"));
        find<QPushButton>(second, "exportButton")->click();
        QVERIFY(second.isWorking());
        actionsOf(first.window()).quit->trigger();
    }
    static void answer(MainWindow& window, QMessageBox::ButtonRole role)
    {
        auto* question = find<QMessageBox>(window);
        QVERIFY2(question, "no question");
        for (QAbstractButton* button : question->buttons())
            if (question->buttonRole(button) == role)
                return button->click();
    }
    static AnnotationStore& storeOf(ViewerWindow& window)
    {
        return window.window().findChild<AnnotationController*>()->store();
    }
    static Annotation point(double x)
    {
        Annotation annotation;
        annotation.kind = AnnotationKind::Points;
        annotation.parts = {{{{x, x}}}};
        return annotation;
    }

    std::unique_ptr<ViewerFixture> m_viewer;
    std::unique_ptr<ViewerWindows> m_windows;
    std::vector<QPointer<ViewerWindow>> m_added;
    QString m_first;
    QString m_second;
    QString m_profile;
};

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
