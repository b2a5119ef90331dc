#pragma once

#include <optional>
#include <stop_token>

#include <QObject>
#include <QPointer>

#include "image/Image.h"
#include "normalize/StainProfile.h"
#include "slide/Slide.h"

class QInputDialog;
class QMenu;

namespace isostain {

class Background;
class CompareView;
class SlideSession;

/// "Use this region as the reference": fits a method to what the view shows of the open slide and keeps the result as a stain
/// profile among the user's own. Asks for a name; an existing profile is never replaced. Sampling, fitting and writing happen
/// in the background. GUI thread only.
class ReferenceMaker : public QObject {
    Q_OBJECT

public:
    /// `folder` is where the user's profiles are kept; made when it is first needed. Everything outlives the object.
    ReferenceMaker(Background& background, SlideSession& slides, const CompareView& view, QString folder, QWidget* window);
    ~ReferenceMaker() override;

    /// One entry per method.
    QMenu& menu() { return *m_menu; }
    bool isBusy() const { return m_isBusy; }

signals:
    void busyChanged();
    /// The profile was written.
    void made(const QString& path);
    void failed(const isostain::Error& error);

private:
    struct Reference {
        SlidePtr slide;
        PixelRect region; ///< level-0 pixels
        NormalizationMethod method = NormalizationMethod::Macenko;
    };

    std::optional<PixelRect> visibleRegion() const;
    void begin(NormalizationMethod method);
    void askForName(const Reference& reference, const QString& proposed, const QString& remark);
    void make(const Reference& reference, const QString& name);
    static Result<QString> write(const Reference& reference, const QString& name, const QString& folder,
                                 const std::stop_token& stop);
    void setBusy(bool isBusy);

    Background& m_background;
    SlideSession& m_slides;
    const CompareView& m_view;
    QString m_folder;
    QWidget* m_window;
    QMenu* m_menu;
    QPointer<QInputDialog> m_dialog;
    std::stop_source m_stop;
    bool m_isBusy = false;
};

}
