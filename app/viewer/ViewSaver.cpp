#include "ViewSaver.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QProgressDialog>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QVBoxLayout>

#include "FileDialogs.h"
#include "ViewerActions.h"
#include "base/AtomicFile.h"
#include "compare/CompareView.h"
#include "handover/Background.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

const QString kFolderKey = QStringLiteral("view/pictureFolder");

Result<void> writePicture(const QImage& picture, const QString& path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG"))
        return fail(ErrorCode::OutOfMemory, path.toStdString());
    return writeFileAtomically(toPath(path), std::string_view(bytes.constData(), std::size_t(bytes.size())), Overwrite::Yes);
}

}

ViewSaver::ViewSaver(ViewerActions& actions, CompareView& view, Background& background, QSettings& store, QWidget* window)
    : QObject(window),
      m_view(view),
      m_background(background),
      m_store(store),
      m_window(window)
{
    connect(actions.copyView, &QAction::triggered, this, &ViewSaver::copy);
    connect(actions.saveView, &QAction::triggered, this, &ViewSaver::choose);
    const auto showState = [&actions, &view] {
        for (QAction* action : {actions.copyView, actions.saveView})
            action->setEnabled(view.slide() != nullptr);
    };
    connect(&view, &CompareView::slideChanged, this, showState);
    showState();
}

ViewSaver::~ViewSaver()
{
    m_stop.request_stop();
}

QImage ViewSaver::screenPicture(ViewPictureOrder::Scale scale) const
{
    QImage picture = m_view.grabFrame();
    const SlidePtr& slide = m_view.slide();
    if (slide && scale == ViewPictureOrder::Scale::Shown) {
        const PaneLayout layout = m_view.paneLayout();
        const QRect first = layout.places.empty() ? picture.rect() : layout.places.front().rect;
        const auto mpp = slide->info().mppX;
        paintScaleBar(picture, first, mpp.value_or(1) / m_view.viewport().zoom, mpp.has_value());
    }
    return picture;
}

void ViewSaver::copy()
{
    QGuiApplication::clipboard()->setImage(screenPicture(ViewPictureOrder::Scale::Shown));
    emit copied();
}

ViewPictureOrder ViewSaver::order(ViewPictureOrder::Names names, ViewPictureOrder::Scale scale) const
{
    ViewPictureOrder order;
    const SlidePtr& slide = m_view.slide();
    if (!slide)
        return order;
    const PyramidGeometry& geometry = slide->geometry();
    const cv::Rect2d visible = m_view.viewport().visibleLevel0() & cv::Rect2d(0, 0, double(geometry.width()), double(geometry.height()));
    const auto left = std::int64_t(std::floor(visible.x)), top = std::int64_t(std::floor(visible.y));
    order.region = {left, top, std::int64_t(std::ceil(visible.x + visible.width)) - left,
                    std::int64_t(std::ceil(visible.y + visible.height)) - top};
    order.orientation = m_view.viewport().orientation;
    order.mpp = slide->info().mppX;
    order.names = names;
    order.scale = scale;
    // Second scans lie on pixels of their own.
    for (int i = 0; i < int(m_view.panes().size()); ++i)
        if (const PaneContent& pane = m_view.panes()[std::size_t(i)]; pane.alignment.isIdentity())
            order.panes.push_back({m_view.paneTitle(i), pane.slide ? pane.slide : slide, pane.table});
    return order;
}

void ViewSaver::choose()
{
    auto* dialog = new QDialog(m_window);
    dialog->setObjectName(QStringLiteral("saveViewDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save View"));
    const QLocale locale;
    const auto sizeText = [&locale](const QSize& size) {
        return tr("%1 × %2 pixels").arg(locale.toString(size.width()), locale.toString(size.height()));
    };
    const QSize full = viewPictureSize(order(ViewPictureOrder::Names::Shown, ViewPictureOrder::Scale::Shown));
    auto* screen = new QRadioButton(tr("As on the &screen, %1").arg(sizeText(m_view.grabFrame().size())));
    auto* slide = new QRadioButton(full.isEmpty() ? tr("At &full resolution: too large, zoom in first")
                                                  : tr("At &full resolution, %1").arg(sizeText(full)));
    slide->setObjectName(QStringLiteral("fullResolution"));
    slide->setEnabled(!full.isEmpty());
    screen->setChecked(true);
    auto* names = new QCheckBox(tr("&Names of the panes"));
    names->setChecked(true);
    names->setEnabled(false);
    names->setToolTip(tr("On the screen they are part of the view"));
    connect(slide, &QRadioButton::toggled, names, &QWidget::setEnabled);
    auto* scale = new QCheckBox(tr("Scale &bar"));
    scale->setChecked(true);
    auto* display = new QLabel(tr("The picture has the slide's own colors: what is set for the screen alone is left out."));
    display->setWordWrap(true);
    display->setVisible(m_view.display() != nullptr);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* next = buttons->addButton(tr("Save &As…"), QDialogButtonBox::AcceptRole);
    next->setDefault(true);
    auto* column = new QVBoxLayout(dialog);
    for (QWidget* widget : {static_cast<QWidget*>(screen), static_cast<QWidget*>(slide), static_cast<QWidget*>(names),
                            static_cast<QWidget*>(scale), static_cast<QWidget*>(display), static_cast<QWidget*>(buttons)})
        column->addWidget(widget);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, [=, this] {
        const auto resolution = slide->isChecked() ? Resolution::Full : Resolution::Screen;
        const auto withNames = names->isChecked() ? ViewPictureOrder::Names::Shown : ViewPictureOrder::Names::Hidden;
        const auto withScale = scale->isChecked() ? ViewPictureOrder::Scale::Shown : ViewPictureOrder::Scale::Hidden;
        dialog->accept();
        QFileDialog* files = makeSaveDialog(tr("Save View"), tr("View"), QStringLiteral("png"), m_store, kFolderKey, m_window);
        files->setNameFilter(tr("PNG picture (*.png)"));
        connect(files, &QFileDialog::fileSelected, this,
                [this, resolution, withNames, withScale](const QString& path) { save(path, resolution, withNames, withScale); });
        files->open();
    });
    next->setFocus();
    dialog->open();
}

void ViewSaver::save(const QString& path, Resolution resolution, ViewPictureOrder::Names names, ViewPictureOrder::Scale scale)
{
    if (!m_view.slide())
        return;
    const auto done = [this, path](const Result<void>& written) {
        end();
        if (written)
            emit saved(path);
        else if (written.error().code != ErrorCode::Cancelled)
            emit failed(written.error());
    };
    if (resolution == Resolution::Screen) {
        m_background.run(
            this, [picture = screenPicture(scale), path] { return writePicture(picture, path); }, done);
        return;
    }
    m_stop.request_stop();
    m_stop = {};
    m_progress = new QProgressDialog(tr("Drawing the view at full resolution…"), tr("Cancel"), 0, 100, m_window);
    m_progress->setObjectName(QStringLiteral("saveViewProgress"));
    m_progress->setWindowTitle(tr("Save View"));
    m_progress->setMinimumDuration(400);
    m_progress->setValue(0);
    connect(m_progress, &QProgressDialog::canceled, this, [this] { m_stop.request_stop(); });
    const QPointer<QObject> guard(this);
    const auto onProgress = [this, guard](const Progress& progress) {
        m_background.post(guard, [this, progress] { showProgress(progress); });
    };
    m_background.run(
        this,
        [order = order(names, scale), path, stop = m_stop.get_token(), onProgress] {
            return drawViewPicture(order, JobControl{stop, onProgress}).and_then([&](const QImage& picture) {
                return stop.stop_requested() ? Result<void>(fail(ErrorCode::Cancelled, path.toStdString()))
                                             : writePicture(picture, path);
            });
        },
        done);
}

void ViewSaver::showProgress(const Progress& progress)
{
    if (m_progress)
        m_progress->setValue(int(100 * progress.fraction()));
}

void ViewSaver::end()
{
    if (m_progress)
        m_progress->deleteLater();
    m_progress = nullptr;
}

}
