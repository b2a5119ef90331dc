#include "DisplayController.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "DisplayKeeper.h"
#include "FileDialogs.h"
#include "ViewerActions.h"
#include "compare/CompareView.h"
#include "handover/Background.h"
#include "overview/ViewOverlays.h"
#include "panels/ColorProfilePanel.h"
#include "panels/ColorProfileText.h"
#include "panels/DisplayPanel.h"

namespace isostain {

namespace {

const QString kSlideProfileKey = QStringLiteral("display/slideProfile");
const QString kScreenProfileKey = QStringLiteral("display/screenProfile");
const QString kFolderKey = QStringLiteral("window/screenProfileFolder");

Result<IccProfilePtr> readScreenProfile(const QString& path)
{
    const std::string name = path.toStdString();
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, name, file.errorString().toStdString());
    const QByteArray bytes = file.read(qint64(IccProfile::kMostBytes) + 1);
    return IccProfile::parse(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))), IccRole::Screen, name);
}

QString nameOf(const IccProfile& profile, const QString& path)
{
    const QString name = QString::fromStdString(profile.description()).trimmed();
    return name.isEmpty() ? QFileInfo(path).fileName() : name;
}

}

DisplayController::DisplayController(ViewerActions& actions, CompareView& view, ViewOverlays& overlays, Background& background,
                                     QSettings& settings, QWidget* window)
    : QObject(&view),
      m_view(view),
      m_background(background),
      m_settings(settings),
      m_window(window),
      m_keeper(new DisplayKeeper(view, background, this)),
      m_dialog(new QDialog(window)),
      m_panel(new DisplayPanel),
      m_profiles(new ColorProfilePanel),
      m_chip(overlays.addChip()),
      m_profileChip(overlays.addChip())
{
    m_chip->setObjectName(QStringLiteral("displayChip"));
    m_chip->setToolTip(tr("Shows the colors as they are again"));
    connect(m_chip, &QPushButton::clicked, this, [this] { setAdjustment({}); });
    m_profileChip->setObjectName(QStringLiteral("colorProfileChip"));
    m_profileChip->setToolTip(tr("Opens the window in which color profiles are turned on and off"));
    connect(m_profileChip, &QPushButton::clicked, this, &DisplayController::showDialog);
    connect(actions.display, &QAction::triggered, this, &DisplayController::showDialog);
    makeDialog();
    connectProfiles();

    const bool usesSlideProfile = settings.value(kSlideProfileKey, false).toBool();
    m_profiles->setSlideProfileUsed(usesSlideProfile);
    m_keeper->setSlideProfileUsed(usesSlideProfile);
    if (const QString screen = settings.value(kScreenProfileKey).toString(); !screen.isEmpty())
        useScreenProfile(screen);
}

const DisplayAdjustment& DisplayController::adjustment() const
{
    return m_keeper->adjustment();
}

bool DisplayController::isSettled() const
{
    return !m_keeper->isBusy() && m_loads == 0;
}

void DisplayController::makeDialog()
{
    m_dialog->setObjectName(QStringLiteral("displayDialog"));
    m_dialog->setWindowTitle(tr("Brightness and Color"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* column = new QVBoxLayout(m_dialog);
    column->addWidget(m_panel);
    column->addWidget(m_profiles);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, m_dialog, &QDialog::hide);
    connect(m_panel, &DisplayPanel::changed, this, &DisplayController::setAdjustment);
}

void DisplayController::showDialog()
{
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void DisplayController::connectProfiles()
{
    connect(m_profiles, &ColorProfilePanel::slideProfileWanted, this, [this](bool wanted) {
        m_settings.setValue(kSlideProfileKey, wanted);
        m_keeper->setSlideProfileUsed(wanted);
    });
    connect(m_profiles, &ColorProfilePanel::screenProfileRequested, this, &DisplayController::chooseScreenProfile);
    connect(m_profiles, &ColorProfilePanel::screenProfileDropped, this, &DisplayController::dropScreenProfile);
    connect(m_keeper, &DisplayKeeper::failed, this, &DisplayController::failed);
    connect(m_keeper, &DisplayKeeper::changed, this, &DisplayController::showProfiles);
    connect(&m_view, &CompareView::slideChanged, this, &DisplayController::describeSlide);
}

void DisplayController::setAdjustment(const DisplayAdjustment& adjustment)
{
    if (adjustment == m_keeper->adjustment())
        return;
    m_panel->setAdjustment(adjustment);
    m_keeper->setAdjustment(adjustment);
    showAdjustment();
}

void DisplayController::showAdjustment()
{
    const DisplayAdjustment& shown = m_keeper->adjustment();
    QStringList parts;
    const QLocale locale;
    const auto signedText = [&](int value) { return (value > 0 ? QStringLiteral("+") : QString()) + locale.toString(value); };
    if (shown.brightness != 0)
        parts << tr("brightness %1").arg(signedText(shown.brightness));
    if (shown.contrast != 0)
        parts << tr("contrast %1").arg(signedText(shown.contrast));
    if (shown.gamma != 1)
        parts << tr("gamma %1").arg(locale.toString(shown.gamma, 'g', 3));
    const QString text = tr("Screen only: %1").arg(parts.join(QStringLiteral(", ")));
    m_chip->setText(text + QStringLiteral("  ×"));
    m_chip->setAccessibleName(text);
    m_chip->setVisible(!shown.isNeutral());
}

void DisplayController::showProfiles()
{
    const bool ofSlide = m_keeper->isSlideProfileShown();
    const bool ofScreen = m_keeper->isScreenProfileShown();
    m_profileChip->setText(ofSlide && ofScreen ? tr("Color profiles of slide and screen")
                           : ofSlide           ? tr("Color profile of the slide")
                                               : tr("Color profile of the screen"));
    m_profileChip->setVisible(ofSlide || ofScreen);
}

void DisplayController::chooseScreenProfile()
{
    QFileDialog* dialog = makeOpenDialog(tr("Choose the Screen's Color Profile"), m_settings, kFolderKey, m_window);
    dialog->setNameFilters({tr("ICC profiles (%1)").arg(QStringLiteral("*.icc *.icm")), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &DisplayController::useScreenProfile);
    dialog->open();
}

void DisplayController::useScreenProfile(const QString& path)
{
    ++m_loads;
    m_background.run(
        this, [path] { return readScreenProfile(path); },
        [this, path](const Result<IccProfilePtr>& profile) {
            --m_loads;
            if (!profile) {
                emit failed(profile.error());
                return;
            }
            m_settings.setValue(kScreenProfileKey, path);
            m_profiles->setScreenProfileText(nameOf(**profile, path));
            m_keeper->setScreen(*profile);
        });
}

void DisplayController::dropScreenProfile()
{
    m_settings.remove(kScreenProfileKey);
    m_profiles->setScreenProfileText({});
    m_keeper->setScreen(nullptr);
}

void DisplayController::describeSlide()
{
    const SlidePtr slide = m_view.slide();
    if (!slide) {
        m_profiles->setSlideProfileText({});
        return;
    }
    m_background.run(
        this, [slide] { return colorProfileText(slide->info()); },
        [this, slide](const QString& text) {
            if (m_view.slide() == slide)
                m_profiles->setSlideProfileText(text);
        });
}

}
